#!/usr/bin/env bash
# natural 8.1.1 (npm): after one "not" every later word of the text counts with the opposite sign.
#
# Behaviour: SentimentAnalyzer (English, AFINN) sets its sign to minus at the first negation and never back. A complaint
# of only negative words that says "not" once scores positive, and a second sentence is turned round as well. Words
# before the negation are not.
#
# Why it surprises: the documentation says "If a negation occurs the result is made negative" - here it is made
# positive. A negation in the first sentence has no bearing on the second.
#
# Seen on 2026-11-30:
#    0.67  I did not get a refund: terrible, horrible service
#   -0.86  No answer. Great phone, happy with it
#   -0.67  terrible, horrible service: I did not get a refund

set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund natural@8.1.1

cat > finding.mjs <<'END'
import { createRequire } from 'node:module';
const natural = createRequire(import.meta.url)('natural');

const analyzer = new natural.SentimentAnalyzer('English', null, 'afinn');
const tokenizer = new natural.WordTokenizer();
const score = text => {
  const value = analyzer.getSentiment(tokenizer.tokenize(text));
  console.log(value.toFixed(2).padStart(5), '', text);
  return value;
};

const complaint = score('I did not get a refund: terrible, horrible service');
const praise = score('No answer. Great phone, happy with it');
const reordered = score('terrible, horrible service: I did not get a refund');
process.exit(complaint > 0 && praise < 0 && reordered < 0 ? 0 : 1);
END

DOTENV_CONFIG_QUIET=true node finding.mjs
