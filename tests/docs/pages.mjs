// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the project's Markdown: README in two languages and what stands under docs/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = process.env.ROOT;

/** { name, text, prose, fences: [{ language, text, line }] }; prose is the text without fences. */
export function readPage(name) {
  const text = readFileSync(join(root, name), 'utf8');
  const prose = [];
  const fences = [];
  let fence = null;
  text.split('\n').forEach((line, index) => {
    const mark = line.match(/^```(\w*)/);
    if (mark && !fence) fence = { language: mark[1], lines: [], line: index + 1 };
    else if (mark) {
      fences.push({ language: fence.language, text: fence.lines.join('\n'), line: fence.line });
      fence = null;
    } else (fence ? fence.lines : prose).push(line);
  });
  if (fence) throw new Error(`${name}: the block of line ${fence.line} has no end`);
  return { name, text, prose: prose.join('\n').replace(/<!--[^]*?-->/g, ''), fences };
}

export function allPages() {
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', 'README.zh_CN.md', 'CHANGELOG.md', ...docs.map((name) => `docs/${name}`)].map(readPage);
}

/** The levels of a page's headings, such as [1, 2, 2]. */
export function headingLevels(page) {
  return [...page.prose.matchAll(/^(#+) /gm)].map((match) => match[1].length);
}

/** The anchors that GitHub gives a page's headings. */
function anchors(page) {
  return [...page.prose.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'),
  );
}

/** What a page links to, without pictures; `text` of code spans is no link. */
export function links(page) {
  const words = page.prose.replace(/`[^`\n]*`/g, '');
  return [...words.matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)\)/g)].map((match) => match[1]);
}

export function pictures(page) {
  return [...page.prose.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map((match) => match[2]);
}

/** Why a link of a page leads nowhere; empty if it leads somewhere, or out into the world. */
export function brokenLink(page, link) {
  if (/^https?:\/\//.test(link)) return '';
  const [path, anchor] = link.split('#');
  const target = path ? resolve(root, dirname(page.name), path) : join(root, page.name);
  if (!existsSync(target)) return `${page.name}: there is no ${link}`;
  if (!anchor) return '';
  const known = anchors(readPage(relative(root, target)));
  return known.includes(anchor) ? '' : `${page.name}: ${link} is no heading; there are ${known.join(', ')}`;
}

/** The tests that a cell of docs/threats.md names: { file, names } for each `[tst_x](../tests/…/tst_x.cpp): a, b`. */
export function namedTests(cell) {
  return cell.split(' · ').flatMap((part) => {
    const match = part.match(/^\[[\w.]+\]\(\.\.\/(tests\/[\w./]+)\)(?:: ([\w, ]+))?$/);
    return match ? [{ file: match[1], names: match[2]?.split(', ') ?? [] }] : [];
  });
}

/** The commands of a page's shell blocks: lines without comments, continuations joined. */
export function shellCommands(page) {
  return page.fences
    .filter((fence) => fence.language === 'sh')
    .flatMap((fence) => fence.text.replace(/\\\n\s*/g, '').split('\n'))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(Boolean);
}
