# SPDX-License-Identifier: GPL-3.0-or-later
# Sorts C++ sources into batches that can be compiled as one: no two files of a batch keep the same name to themselves.
# awk -v root=FOLDER -v out=FOLDER -f lint-batches.awk HEADER… SOURCE…, relative to root, neighbours side by side.
# Writes OUT/NN.cpp, which includes its sources, and OUT/NN.list, which names them.

# The name that a line at the start of a declaration declares, or nothing.
function declared(line) {
    if (line ~ /^(Q_|using namespace|template|static_assert|friend)/) return ""
    while (sub(/<[^<>]*>/, "", line)) {}
    if (match(line, /^(struct|class|enum class|enum|union) +/)) {
        line = substr(line, RLENGTH + 1)
        sub(/[^A-Za-z0-9_].*/, "", line)
        return line
    }
    sub(/ *([(={;[]).*/, "", line)
    sub(/.*[ *&]/, "", line)
    return line ~ /^[A-Za-z_][A-Za-z0-9_]*$/ ? line : ""
}

FNR == 1 { private = 0 }
FILENAME ~ /\.h$/ {
    if (/^(struct|class|enum class) [^;]*$/) shared[declared($0)] = 1
    next
}
FNR == 1 { sources[++count] = FILENAME }
/^namespace \{/ { private = 1; next }
/^\} *\/\/ *namespace$/ { private = 0 }
(private && /^[A-Za-z]/) || /^static / {
    name = declared($0)
    # Every text for translators hangs on a struct of this one name: it is renamed below.
    if (name == "" || name == "Words") next
    names[FILENAME] = names[FILENAME] " " name
    if (name in shared) alone[FILENAME] = 1 # what it hides, others need
}

# Writes the next batch of those that stand alone, or of the others; how many it holds.
function pack(lone,    batch, taken, size, i, j, n, own, fits) {
    batch = sprintf("%s/%02d", out, ++batches)
    for (i = 1; i <= count; ++i) {
        if (packed[i] || (sources[i] in alone) != lone) continue
        n = split(names[sources[i]], own)
        fits = size < 32
        for (j = 1; j <= n; ++j) if (own[j] in taken) fits = 0
        if (!fits) continue
        for (j = 1; j <= n; ++j) taken[own[j]] = 1
        packed[i] = 1
        printf "#define Words Words%d\n#include \"%s/%s\"\n#undef Words\n", ++size, root, sources[i] >(batch ".cpp")
        print sources[i] >(batch ".list")
    }
    close(batch ".cpp")
    close(batch ".list")
    if (!size) --batches
    return size
}

END {
    while (pack(0)) {}
    while (pack(1)) {}
}
