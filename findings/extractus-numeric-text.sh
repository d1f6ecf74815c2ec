#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3 (npm): text that looks like a number is changed; ids of different items become one.
#
# Behaviour: guid "0012" and guid "12" both come back as id "12"; the title "007" as "7", "1e3" as "1000", the
# descriptions "1.50" and "0x1F" as "1.5" and "31". All are strings in the end, so nothing shows what happened.
#
# Why it surprises: the README's types have `id: string` and `title: string` and say nothing of numbers; RSS 2.0 calls
# guid "a string that uniquely identifies the item" and says "Aggregators must view them as a string". A reader that
# keeps what it has seen by id drops the second item.
#
# Seen on 2026-11-30:
#   guid 0012, title 007 -> id "12", title "7", description "1.5"
#   guid 12, title 1e3   -> id "12", title "1000", description "31"

set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @extractus/feed-extractor@8.0.3

cat > finding.mjs <<'END'
import { extractFromXml } from '@extractus/feed-extractor';

const item = (guid, title, description) => `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title>
<description>${description}</description></item>`;
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Shop</title><link>https://example.com/</link><description>News</description>
${item('0012', '007', '1.50')}${item('12', '1e3', '0x1F')}</channel></rss>`;

const [first, second] = extractFromXml(xml).entries;
const show = e => `id "${e.id}", title "${e.title}", description "${e.description}"`;
console.log('guid 0012, title 007 ->', show(first));
console.log('guid 12, title 1e3   ->', show(second));
process.exit(first.id === second.id && first.title === '7' && second.title === '1000' ? 0 : 1);
END

node finding.mjs
