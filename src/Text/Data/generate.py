#!/usr/bin/env python3
"""Trims the Unicode data files to what Text needs and writes them beside this script.

usage: generate.py DIRECTORY   with confusables.tsv, unihan-variants.tsv, unihan-mandarin.tsv (hex code points, tab separated)

The compatibility decompositions come from Python's own unicodedata (UnicodeData.txt), so that the result does not depend
on the ICU of the machine that runs the portal. Compressed without a time stamp: the same input gives the same bytes.
"""
import gzip
import os
import sys
import unicodedata

SOURCE = sys.argv[1]
TARGET = os.path.dirname(os.path.abspath(__file__))
KINDS = ("kSimplifiedVariant", "kSemanticVariant", "kZVariant")


def lines(name):
    with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def write(name, rows):
    text = "".join("\t".join(row) + "\n" for row in rows).encode("ascii")
    with open(os.path.join(TARGET, name), "wb") as file:
        file.write(gzip.compress(text, 9, mtime=0))


def compatibility():
    for code in range(0x80, 0x110000):
        if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF:
            continue  # Hangul syllables stay whole; surrogates are not characters
        decomposed = unicodedata.normalize("NFKD", chr(code))
        if decomposed != chr(code):
            yield f"{code:X}", " ".join(f"{ord(c):X}" for c in decomposed)


def variants():
    for code, kind, targets in lines("unihan-variants.tsv"):
        if kind in KINDS:
            yield code, targets


def readings():
    by_reading = {}
    for code, reading in lines("unihan-mandarin.tsv"):
        by_reading.setdefault(reading, []).append(code)
    for reading in sorted(by_reading):
        yield reading, " ".join(by_reading[reading])


write("compatibility.tsv.gz", compatibility())
write("confusables.tsv.gz", lines("confusables.tsv"))
write("variants.tsv.gz", variants())
write("readings.tsv.gz", readings())
