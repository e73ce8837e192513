// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>
#include <vector>

namespace gatehouse {

class JsonDocument;

//! A value inside a JSON text, read where it stands: nothing is rebuilt, so that its bytes, the order of its
//! keys and its numbers stay exact. Looking for what is not there gives a missing view, never a failure.
//! Valid as long as the document and the bytes that it was given.
class JsonView final
{
public:
    enum Kind : quint8 { Missing, Null, Bool, Number, String, Array, Object };

    JsonView() = default;

    Kind kind() const;
    //! It is there, and not null.
    explicit operator bool() const { return kind() > Null; }
    bool isMissing() const { return kind() == Missing; }
    bool isString() const { return kind() == String; }
    bool isArray() const { return kind() == Array; }
    bool isObject() const { return kind() == Object; }

    //! The member of that name (of several the last, as most parsers have it), or a missing view.
    JsonView operator[](QByteArrayView key) const;
    //! The value's bytes as they stand in the text, quotes and brackets included.
    QByteArrayView raw() const;
    //! The same as an array that borrows them.
    QByteArray rawBytes() const
    {
        const QByteArrayView bytes = raw();
        return QByteArray::fromRawData(bytes.data(), bytes.size());
    }
    //! The text of a string, decoded; empty of anything else. Borrows the text's bytes where it can: detach
    //! what has to outlive them.
    QByteArray text() const;
    //! Appends the text of a string to \a out, decoded.
    void appendTextTo(QByteArray &out) const;
    //! Whether it is the string \a text.
    bool is(QByteArrayView text) const;
    //! A number that is whole and fits, also written as 1.0 or 1e3.
    std::optional<qint64> integer() const;
    std::optional<double> number() const;
    std::optional<bool> boolean() const;

    //! The name of a member, decoded.
    QByteArray key() const;

    //! Walks over the elements of an array or the values of an object; over nothing of anything else.
    class Iterator
    {
    public:
        JsonView operator*() const { return {m_document, m_at}; }
        Iterator &operator++();
        bool operator!=(const Iterator &other) const { return m_at != other.m_at; }

    private:
        friend class JsonView;
        Iterator(const JsonDocument *document, quint32 at)
            : m_document(document)
            , m_at(at)
        {
        }
        const JsonDocument *m_document;
        quint32 m_at;
    };
    Iterator begin() const;
    Iterator end() const;
    //! There are no elements or members in it.
    bool isEmpty() const { return !(begin() != end()); }

private:
    friend class JsonDocument;
    JsonView(const JsonDocument *document, quint32 at)
        : m_document(document)
        , m_at(at)
    {
    }

    const JsonDocument *m_document = nullptr;
    quint32 m_at = 0;
};

//! Finds the values in a JSON text. Keeps its memory for the next text; one per thread.
class JsonDocument final
{
public:
    static constexpr int maxDepth = 256;
    static constexpr size_t maxValues = 2'000'000;

    JsonDocument();
    ~JsonDocument();
    JsonDocument(const JsonDocument &) = delete;
    JsonDocument &operator=(const JsonDocument &) = delete;

    //! The object or array that \a json holds, checked in full (RFC 8259; UTF-8), or a missing view, and then
    //! problem() says why. \a json must outlive the views; those of the last call become invalid.
    JsonView parse(QByteArrayView json);
    //! The same, but only of an object.
    JsonView parseObject(QByteArrayView json);
    //! Why the last text was refused, for a person.
    const QByteArray &problem() const { return m_problem; }

private:
    friend class JsonView;
    struct Node
    {
        quint32 begin = 0;
        quint32 end = 0;
        quint32 keyBegin = 0; //!< without the quotes
        quint32 keyEnd = 0;
        quint32 next = 0; //!< the node behind this one and all that is in it
        JsonView::Kind kind = JsonView::Missing;
        bool escaped = false; //!< a string with a backslash
        bool keyEscaped = false;
    };
    class Walk;

    QByteArrayView m_json;
    std::vector<Node> m_nodes;
    QByteArray m_problem;
    std::unique_ptr<Walk> m_walk;
};

} // namespace gatehouse
