"""Checks certificates with nothing but hashlib: python3 inclusion.py COMMITMENT CERTIFICATE...

The audit path of RFC 6962 is walked as section 2.1.1 defines it, from the top down: unlike the program it knows at
every step how many leaves are on either side.
"""
import hashlib
import json
import sys


def sha(data):
    return hashlib.sha256(data).digest()


def root_of(leaf, index, size, path):
    if size == 1:
        assert not path
        return sha(b"\0" + leaf)
    k = 1 << (size - 1).bit_length() - 1
    if index < k:
        return sha(b"\1" + root_of(leaf, index, k, path[:-1]) + path[-1])
    return sha(b"\1" + path[-1] + root_of(leaf, index - k, size - k, path[:-1]))


def check(certificate, raw, commitment):
    assert certificate["commitment"] == hashlib.sha256(raw).hexdigest()
    lines = "".join(f'{line["source"]}={line["value"]}\n' for line in certificate["seed"])
    spec = commitment["spec"]
    draw_key = hashlib.sha256(f'{spec}\n{certificate["commitment"]}\n{lines}'.encode()).hexdigest()
    select_key = hashlib.sha256(f"{draw_key}/select".encode()).hexdigest()
    assert (draw_key, select_key) == (certificate["drawKey"], certificate["selectKey"])
    finding = certificate["finding"]
    own = {"target": certificate["target"]["id"], "ticket": finding["ticket"], "row": finding["row"]}
    stratum = next(of for of in commitment["strata"] if of["stratum"] == finding["stratum"])
    # Version 1 has one tree over the frame; version 2 one for each stratum, and shows no other row.
    size, root = (
        (stratum["size"], stratum["root"])
        if spec == "ssj-draw/2"
        else (commitment["frame"]["rows"], commitment["frame"]["root"])
    )
    for held in filter(None, [own, finding["lastDrawn"], finding["lastReserve"]]):
        assert held["ticket"] == hashlib.sha256((select_key + held["target"]).encode()).hexdigest()
        if "row" not in held:
            continue
        row = held["row"]
        assert row["line"].split(",")[:2] == [finding["stratum"], held["target"]]
        path = [bytes.fromhex(digest) for digest in row["proof"]]
        assert root_of(row["line"].encode(), row["index"], size, path).hex() == root


def main(commitment_file, *files):
    with open(commitment_file, "rb") as file:
        raw = file.read()
    for name in files:
        with open(name, encoding="utf-8") as file:
            check(json.load(file), raw, json.loads(raw))
    print(f"{len(files)} hold")


main(*sys.argv[1:])
