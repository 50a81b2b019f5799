#!/bin/sh
# Records what Lucene scores: record-bm25.sh [folder of Debian's liblucene8-java 8.8.1 jars, which name themselves 8.7.0] (default /usr/share/java). Needs a JDK.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jars=${1:-/usr/share/java}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
path=$(ls "$jars"/lucene-core-8*.jar "$jars"/lucene-analyzers-common-8*.jar | tr "\n" ":")
javac -cp "$path" -d "$work" "$here/Bm25Oracle.java"
java -cp "$path$work" Bm25Oracle | gzip -9n > "$here/bm25.tsv.gz"
