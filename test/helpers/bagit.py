"""Checks that a folder is a complete and valid bag (RFC 8493), without any code of ours. Prints the first fault, exits 1."""

import hashlib
import os
import re
import sys
import unicodedata


def fail(message):
    print(message)
    sys.exit(1)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def manifest(path):
    entries = {}
    with open(path, encoding="utf-8", newline="") as file:
        for line in file.read().splitlines():
            found = re.fullmatch(r"([0-9a-f]{64})[ \t]+(\S.*)", line)
            if not found:
                fail(f"{path}: not a line of a manifest: {line!r}")
            name = re.sub("%(0A|0D|25)", lambda m: chr(int(m[1], 16)), found[2], flags=re.I)
            if name in entries:
                fail(f"{path}: {name} twice")
            if name.startswith(("/", "~")) or ".." in name.split("/"):
                fail(f"{path}: {name} leads out of the bag")
            entries[name] = found[1]
    return entries


bag = sys.argv[1]
os.chdir(bag)
with open("bagit.txt", "rb") as file:
    declared = file.read()
if not re.fullmatch(rb"BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?", declared):
    fail(f"bagit.txt: {declared!r}")

present = [
    unicodedata.normalize("NFC", os.path.join(folder, name).replace(os.sep, "/"))
    for folder, _, names in os.walk("data")
    for name in names
]
listed = manifest("manifest-sha256.txt")
for name in present:
    if name not in listed:
        fail(f"{name}: not in the manifest")
for name, expected in listed.items():
    if not name.startswith("data/"):
        fail(f"{name}: in the payload manifest, but not payload")
    if not os.path.isfile(name):
        fail(f"{name}: missing")
    if digest(name) != expected:
        fail(f"{name}: another digest")

tags = manifest("tagmanifest-sha256.txt")
for name in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt"):
    if name not in tags:
        fail(f"{name}: not in the tag manifest")
for name, expected in tags.items():
    if digest(name) != expected:
        fail(f"{name}: another digest")

with open("bag-info.txt", encoding="utf-8") as file:
    info = dict(line.split(": ", 1) for line in file.read().splitlines())
octets = sum(os.path.getsize(name) for name in present)
if info.get("Payload-Oxum") != f"{octets}.{len(present)}":
    fail(f"bag-info.txt: Payload-Oxum {info.get('Payload-Oxum')}, counted {octets}.{len(present)}")
if not re.fullmatch(r"\d{4}-\d\d-\d\d", info.get("Bagging-Date", "")):
    fail("bag-info.txt: Bagging-Date")
print(f"valid: {len(present)} files")
