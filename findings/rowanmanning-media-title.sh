#!/usr/bin/env bash
# @rowanmanning/feed-parser 2.1.5 (npm): the caption of a picture replaces the title and the text of its item.
#
# Behaviour: where <media:title> and <media:description> stand before the item's own <title> and <description>, the
# parsed item has the caption as its title and description; the item's own are nowhere in the result. In the other order
# they are right.
#
# Why it surprises: the elements are of different namespaces and so different elements; Media RSS defines media:title as
# "the title of the particular media object", RSS 2.0 gives the order of an item's elements no meaning, and the README
# has a title of its own for media (FeedItemMedia).
#
# Seen on 2026-11-30:
#   media first: title "A cracked screen", description "Photo: press"
#   media last:  title "Recall of phone", description "Batteries overheat"

set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @rowanmanning/feed-parser@2.1.5

cat > finding.mjs <<'END'
import { parseFeed } from '@rowanmanning/feed-parser';

const media = '<media:title>A cracked screen</media:title><media:description>Photo: press</media:description>';
const own = '<title>Recall of phone</title><description>Batteries overheat</description>';
const read = item => parseFeed(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Shop</title>
<link>https://example.com/</link><description>News</description>
<item>${item}<link>https://example.com/1</link></item></channel></rss>`).toJSON().items[0];

const first = read(media + own);
const last = read(own + media);
console.log(`media first: title "${first.title}", description "${first.description}"`);
console.log(`media last:  title "${last.title}", description "${last.description}"`);
process.exit(first.title === 'A cracked screen' && first.description === 'Photo: press'
  && last.title === 'Recall of phone' && !JSON.stringify(first).includes('Recall') ? 0 : 1);
END

node finding.mjs
