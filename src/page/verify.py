#!/usr/bin/env python3
"""verify.py - checks a draw folder against the law, without ssj. 核对抽取文件夹，不需要 ssj。

    python3 verify.py FOLDER [FOLDER ...] [--signer FILE ...]

A second implementation of docs/draw.md and docs/draw-2.md (ssj-draw/1 and ssj-draw/2), written from their text: Python 3.8
or later, standard library only. It reads, computes, and changes nothing. Exit code: 0 agrees, committed or failed; 1 differs;
2 could not read. The numbers of sections in the comments are those of the law. Signatures beside a folder (FOLDER.signatures, Ed25519 and SM2) are checked too:
with --signer (a public key, or the list of keys that an office publishes) whose they are, without it only that they hold.

It does NOT check, and says so 本程序不核对:
- what people read (lists, notices, minutes, papers.json, verify.html): `ssj verify` lays them out again;
- the BLS signature of a drand round (only that its SHA-256 is the value), checkpoints, witnesses, time stamps;
- whether C was published before the seed was known, and whether the seed is what the announced source gave: compare both
  with the newspaper, the notice, the lottery's own page.
"""
import base64
import hashlib
import io
import json
import os
import re
import sys
import unicodedata
from datetime import date, datetime, timedelta
from itertools import groupby

SUMS = 'SHA256SUMS'
LEFT_BEHIND = {'.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX'}
HEX64 = re.compile(r'[0-9a-f]{64}\Z')
WHITE = '\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000'


class Differs(Exception):
    """Where a folder first departs from the law."""

    def __init__(self, file, what):
        super().__init__(f'{file}: {what}')


def check(holds, file, what):
    if not holds:
        raise Differs(file, what)


def H(data):
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


# -- Section 1: conventions ------------------------------------------------------------------------------------------------

def is_nfc(text):
    return isinstance(text, str) and not has(text, 'Cs') and unicodedata.normalize('NFC', text) == text


def is_line(text):
    return is_nfc(text) and not has(text, 'Cc')


def is_word(text):
    """A tag, an area."""
    return is_line(text) and text != '' and text.strip(WHITE) == text and ';' not in text


def is_id(text):
    return is_word(text) and ',' not in text and '"' not in text


def is_digest(text):
    return isinstance(text, str) and HEX64.match(text) is not None


def is_count(value):
    return type(value) is int and 0 <= value < 2 ** 53


def has(text, *categories):
    return any(unicodedata.category(sign) in categories for sign in text)


def folded(text):
    return re.sub(f'[{WHITE}]+', ' ', unicodedata.normalize('NFKC', text)).strip(' ')


def is_folded(text, *hidden):
    return isinstance(text, str) and text != '' and not has(text, 'Cc', 'Cs', *hidden) and folded(text) == text


def utf8(text):
    """Byte order."""
    return text.encode()


def rises(texts):
    return all(utf8(one) < utf8(other) for one, other in zip(texts, texts[1:]))


def is_list(member):
    return lambda field: field == '' or (all(map(member, field.split(';'))) and rises(field.split(';')))


def is_number(least):
    return lambda field: re.match(r'(0|[1-9][0-9]*)\Z', field) is not None and least <= int(field) < 2 ** 53


def or_empty(kind):
    return lambda field: field == '' or kind(field)


def one_of(*words):
    return lambda field: field in words


# -- Section 2: the files, and what each of their fields is -----------------------------------------------------------------

COUNT, PLACE = is_number(0), is_number(1)
TABLES = {
    'frame.csv': dict(stratum=is_id, target=is_id, departments=is_list(is_id), area=or_empty(is_word)),
    'exclusions.csv': dict(target=is_id, reason=is_nfc),
    'pool.csv': dict(department=is_id, inspector=is_id, tags=is_list(is_word), area=or_empty(is_word),
                     capacity=or_empty(COUNT), load=COUNT),
    'recusals.csv': dict(inspector=is_id, target=is_id),
    'selection.csv': dict(stratum=is_id, rank=PLACE, target=is_id, ticket=is_digest, status=one_of('drawn', 'reserve')),
    'assignment.csv': dict(target=is_id, department=is_id, seat=PLACE, inspector=is_id),
    'substitutions.csv': dict(number=PLACE, kind=one_of('target', 'inspector'), out=or_empty(is_id), **{'in': or_empty(is_id)},
                              target=or_empty(is_id), department=or_empty(is_id), seat=or_empty(PLACE),
                              reason=is_nfc, approver=is_nfc, at=is_nfc),
}
NUMBERS = {'capacity', 'load', 'rank', 'seat', 'number'}
ORDER = {
    'frame.csv': ['stratum', 'target'], 'exclusions.csv': ['target'], 'pool.csv': ['department', 'inspector'],
    'recusals.csv': ['inspector', 'target'], 'selection.csv': ['stratum', 'rank'],
    'assignment.csv': ['target', 'department', 'seat'], 'substitutions.csv': ['number', 'target', 'department', 'seat'],
}
ONCE = {'frame.csv': 'target', 'pool.csv': 'inspector', 'selection.csv': 'target'}
FIELD = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\n)')


def rows_of(folder, file, law):
    """The rows of a file, which must be byte for byte what the law writes."""
    text, columns = text_of(folder, file), TABLES[file]
    heading = ','.join(columns) + '\n'
    check(text.startswith(heading), file, f'the first line is {heading.strip()}')
    rows, at, line = [], len(heading), 1
    while at < len(text):
        fields, line, end = [], line + 1, ','
        while end == ',':
            found = FIELD.match(text, at)
            check(found, file, f'line {line} is no CSV of the law')
            quoted, plain, end = found.groups()
            check(quoted is None or re.search('[",\r\n]', quoted), file, f'line {line}: quotes that are not needed')
            fields.append(plain if quoted is None else quoted.replace('""', '"'))
            at = found.end()
        check(len(fields) == len(columns), file, f'line {line} has {len(fields)} fields, not {len(columns)}')
        for (name, is_sound), field in zip(columns.items(), fields):
            sound = is_sound(field) and (law == 1 or is_line(field))
            check(sound, file, f'line {line}: {field!r} is no {name}')
        rows.append({name: int(field) if name in NUMBERS and field else field for name, field in zip(columns, fields)})
    if not (law == 2 and file == 'substitutions.csv'):  # its order is that of section 7, which only a replay knows
        keys = [[value if isinstance(value, int) else 0 if name in NUMBERS else utf8(value)
                 for name, value in ((name, row[name]) for name in ORDER[file])] for row in rows]
        check(all(one < other for one, other in zip(keys, keys[1:])), file, 'the lines do not rise strictly')
    once = [row[ONCE[file]] for row in rows] if file in ONCE else []
    check(len(once) == len(set(once)), file, f'a {ONCE.get(file)} stands twice')
    return rows


def text_of(folder, file):
    check(file in folder, file, 'is not there')
    try:
        return folder[file].decode('utf-8')
    except UnicodeDecodeError:
        raise Differs(file, 'is no UTF-8')


def lines_of(folder, file):
    return folder[file].split(b'\n')[1:-1]


def merkle(leaves):
    """The Merkle tree hash of RFC 6962, section 2.1."""
    def tree(low, high):
        if high - low == 1:
            return hashlib.sha256(b'\0' + leaves[low]).digest()
        split = 1 << (high - low - 1).bit_length() - 1
        return hashlib.sha256(b'\1' + tree(low, low + split) + tree(low + split, high)).digest()
    return (tree(0, len(leaves)) if leaves else hashlib.sha256(b'').digest()).hex()


# -- Section 3: the commitment ------------------------------------------------------------------------------------------------

def commitment_of(folder):
    file = 'commitment.json'
    text = text_of(folder, file)
    try:
        value = json.loads(text)
        again = json.dumps(value, ensure_ascii=False, indent=2) + '\n'
    except (ValueError, RecursionError):
        raise Differs(file, 'is no JSON')
    check(isinstance(value, dict) and value.get('spec') in ('ssj-draw/1', 'ssj-draw/2'), file, 'names no version of the law')
    law = int(value['spec'][-1])
    flaw = shape_flaw(value, SHAPE[law], 'commitment')
    check(flaw is None, file, f'{flaw} is not what section 3 says')
    check(again == text, file, 'is not written as JSON.stringify(value, null, 2) writes it')
    strata, names = value['strata'], [name_of(source) for source in value['seedSources']]
    check(rises([s['stratum'] for s in strata]), file, 'strata do not rise')
    check(rises([t['department'] for t in value['teams']]), file, 'teams do not rise')
    check(all(s['take'] + s['reserve'] <= s['size'] for s in strata), file, 'take and reserve are more than the size')
    check(sum(s['size'] for s in strata) == value['frame']['rows'], file, 'the sizes are not those of the frame')
    check(names and len(set(names)) == len(names), file, 'seedSources are none, or one stands twice')
    return value, law


def shape_flaw(value, shape, path):
    """The first place where a value is not of a shape: a dict of keys in their order, a list of one shape, or a predicate."""
    if isinstance(shape, dict):
        if not isinstance(value, dict) or list(value) != list(shape):
            return path
        flaws = (shape_flaw(value[key], inner, f'{path}.{key}') for key, inner in shape.items())
    elif isinstance(shape, list):
        if not isinstance(value, list):
            return path
        flaws = (shape_flaw(inner, shape[0], f'{path}[{i}]') for i, inner in enumerate(value))
    else:
        return None if shape(value) else path
    return next((flaw for flaw in flaws if flaw), None)


def are_terms(terms):
    return (isinstance(terms, dict) and len(terms) > 0 and rises(list(terms)) and
            all(is_line(key) and key not in ('', '__proto__') and not re.match('[0-9]+\\Z', key) for key in terms) and
            all(is_line(value) and value != '' for value in terms.values()))


def is_first_source(name):
    if not isinstance(name, str) or not is_folded(folded(name)):
        return False
    return re.match('(secret|drand)/', folded(name), re.I) is None or form_of(folded(name)) is not None


def is_day(text):
    try:
        return re.match(r'[0-9]{4}-[0-9]{2}-[0-9]{2}\Z', text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


CLOCK = '([01][0-9]|2[0-3]):[0-5][0-9]'


def is_moment(text):
    return is_day(text[:10]) and re.match(f'.{{10}}T{CLOCK}(:[0-5][0-9])?[+-]{CLOCK}\\Z', text) is not None


def is_due(text):
    return isinstance(text, str) and (is_day(text) or (is_moment(text) and len(text) == 22))


def is_second_source(source):
    if shape_flaw(source, dict(name=lambda n: is_folded(n, 'Cf') and '=' not in n, form=lambda f: form_of(f) is not None,
                               due=is_due, place=is_line), 'source'):
        return False
    kind, parameter = form_of(source['form'])[:2]
    if kind != 'drand':
        return True
    # Round r is due at 1 692 803 367 + 3 (r - 1) seconds since 1970 UTC; announced is its minute.
    minute, due = (1692803367 + 3 * (parameter - 1)) // 60, source['due']
    if len(due) != 22:
        return False
    local = (datetime.fromisoformat(due[:16]) - datetime(1970, 1, 1)) // timedelta(minutes=1)
    offset = int(due[17:19]) * 60 + int(due[20:22])
    return local - (offset if due[16] == '+' else -offset) == minute


FIXED = dict(sha256=is_digest, rows=is_count)
POSITIVE = lambda value: is_count(value) and value > 0
TEAMS = [dict(department=is_id, seats=[lambda tag: tag == '' or is_word(tag)])]
IS_BOOL = lambda value: isinstance(value, bool)
SHAPE = {
    1: dict(spec=is_nfc, task=dict(id=is_nfc, name=is_nfc), frame=dict(FIXED, root=is_digest), exclusions=FIXED, pool=FIXED,
            recusals=FIXED, strata=[dict(stratum=is_id, size=is_count, take=is_count, reserve=is_count)], teams=TEAMS,
            avoidSameArea=IS_BOOL, seedSources=[is_first_source]),
    2: dict(spec=is_nfc, task=dict(id=is_id, name=is_line), terms=are_terms, frame=dict(sha256=is_digest, rows=POSITIVE),
            exclusions=dict(FIXED, root=is_digest), pool=FIXED, recusals=FIXED,
            strata=[dict(stratum=is_id, size=POSITIVE, take=is_count, reserve=is_count, root=is_digest)], teams=TEAMS,
            avoidSameArea=IS_BOOL, seedSources=[is_second_source]),
}


def fixed_rows(folder, file, commitment, law):
    """The rows of a file that the commitment fixes, or None where it is not shown."""
    if file not in folder:
        return None
    rows, stated = rows_of(folder, file, law), commitment[file[:-4]]
    check(H(folder[file]) == stated['sha256'], file, 'is not the file whose digest was announced')
    check(len(rows) == stated['rows'], 'commitment.json', f'{file} has {len(rows)} rows')
    lines = lines_of(folder, file)
    if file == 'frame.csv':
        own = {name: [line for line, row in zip(lines, rows) if row['stratum'] == name] for name in {r['stratum'] for r in rows}}
        stated_sizes = {s['stratum']: s['size'] for s in commitment['strata']}
        check({n: len(o) for n, o in own.items()} == {n: z for n, z in stated_sizes.items() if z or law == 2},
              'commitment.json', 'the sizes of the strata are not those of the frame')
        if law == 1:
            check(merkle(lines) == stated['root'], 'commitment.json', 'frame.root')
        for s in commitment['strata'] if law == 2 else []:
            check(merkle(own[s['stratum']]) == s['root'], 'commitment.json', f'the root of stratum {s["stratum"]}')
    if file == 'exclusions.csv' and law == 2:
        check(merkle(lines) == stated['root'], 'commitment.json', 'exclusions.root')
    return rows


# -- Section 4: the seed ------------------------------------------------------------------------------------------------------

SIGNS = {'dice': ('1-6', 6, 200), 'digits': ('0-9', 10, 200), 'hex': ('0-9a-f', 16, 128)}
DECIMAL = '[1-9][0-9]*'


def form_of(form):
    """(kind, what it is of, outcomes) of a form of a source, or None where there is no such form."""
    if not isinstance(form, str):
        return None
    kind, _, rest = form.partition('/')
    if form == 'text':
        return kind, None, 1
    if kind in SIGNS and re.match(DECIMAL + '\\Z', rest) and int(rest) <= SIGNS[kind][2]:
        return kind, int(rest), SIGNS[kind][1] ** int(rest)
    if kind == 'numbers' and re.match(f'{DECIMAL}/{DECIMAL}(\\+{DECIMAL}/{DECIMAL})?\\Z', rest):
        groups = [tuple(map(int, group.split('/'))) for group in rest.split('+')]
        if all(k <= m <= 999 for k, m in groups):
            outcomes = 1
            for k, m in groups:
                outcomes *= choices(k, m)
            return kind, groups, outcomes
    if kind == 'secret' and is_digest(rest):
        return kind, rest, 1
    found = re.match(f'drand/quicknet/({DECIMAL})\\Z', form)
    return ('drand', int(found[1]), 2 ** 256) if found and int(found[1]) < 2 ** 64 else None


def choices(k, m):
    product = 1
    for i in range(1, k + 1):
        product = product * (m - k + i) // i
    return product


def is_value(form, value):
    kind, of, _ = form
    if kind in SIGNS:
        return len(value) == of and re.match(f'[{SIGNS[kind][0]}]+\\Z', value) is not None
    if kind == 'numbers':
        groups = value.split(' + ')
        return len(groups) == len(of) and all(is_group(k, m, group.split(' ')) for (k, m), group in zip(of, groups))
    if kind == 'text':
        return is_folded(value, 'Cf')
    return is_digest(value) and (kind != 'secret' or H(value) == of)


def is_group(k, m, written):
    if len(written) != k or not all(re.match(DECIMAL + '\\Z', number) for number in written):
        return False
    numbers = list(map(int, written))
    return numbers[-1] <= m and all(one < other for one, other in zip(numbers, numbers[1:]))


def name_of(source):
    return folded(source) if isinstance(source, str) else source['name']


def seed_of(folder, commitment, record):
    """The text of seed.txt: one line for each source, in order, each of its form."""
    file, sources = 'seed.txt', commitment['seedSources']
    text = text_of(folder, file)
    lines = text.split('\n')
    check(lines.pop() == '' and len(lines) == len(sources), file, 'does not have one line for each source')
    for line, source in zip(lines, sources):
        name = name_of(source)
        check(line.startswith(f'{name}='), file, f'{line!r} is no line of {name}')
        value = line[len(name) + 1:]
        if isinstance(source, str):
            form = form_of(name) if re.match('(secret|drand)/', name, re.I) else None
            sound = is_folded(value) and is_folded(line)
            sound = sound and (form is None or (H(value) == form[1] if form[0] == 'secret' else is_digest(value)))
        else:
            form = form_of(source['form'])
            sound = is_value(form, value)
        check(sound, file, f'{value!r} is no value of {name}')
        if form and form[0] == 'drand':
            signatures = record.get('signatures')
            signature = signatures.get(name) if isinstance(signatures, dict) else None
            is_shown = isinstance(signature, str) and re.match('[0-9a-f]{96}\\Z', signature) is not None
            check(is_shown and H(bytes.fromhex(signature)) == value, 'record.json', f'the signature of {name} is not that of its value')
    return text


# -- Section 5: selection ------------------------------------------------------------------------------------------------------

def selection_of(frame, commitment, select_key):
    rows = []
    for stratum in commitment['strata']:
        name, take, reserve = stratum['stratum'], stratum['take'], stratum['reserve']
        tickets = sorted((H(select_key + row['target']), utf8(row['target'])) for row in frame if row['stratum'] == name)
        for rank, (ticket, target) in enumerate(tickets[:take + reserve], 1):
            rows.append(dict(stratum=name, rank=rank, target=target.decode(), ticket=ticket,
                             status='drawn' if rank <= take else 'reserve'))
    return rows


# -- Section 6: matching -------------------------------------------------------------------------------------------------------

class Generator:
    """ARC4 as the npm package seedrandom, version 3, has it, for a key of 64 ASCII characters."""

    def __init__(self, key):
        key, self.s, self.i, self.j = key.encode(), list(range(256)), 0, 0
        j = 0
        for i in range(256):
            j = (j + self.s[i] + key[i % len(key)]) % 256
            self.s[i], self.s[j] = self.s[j], self.s[i]
        for _ in range(256):
            self.byte()

    def byte(self):
        s = self.s
        self.i = (self.i + 1) % 256
        self.j = (self.j + s[self.i]) % 256
        s[self.i], s[self.j] = s[self.j], s[self.i]
        return s[(s[self.i] + s[self.j]) % 256]

    def below(self, n):
        if n == 1:
            return 0
        while True:
            u = 0
            for _ in range(4):
                u = u * 256 + self.byte()
            if u < 2 ** 32 - 2 ** 32 % n:
                return u % n


class Seating:
    """
    The slots of one department, in the order in which they are filled, always with one even assignment of those that joined.
    A slot is (target, seat); candidates are names; loads count what is carried and assigned.
    """

    def __init__(self, slots, candidates, load, capacity):
        self.slots, self.candidates, self.load, self.capacity = slots, candidates, dict(load), capacity
        self.holder = {}                  # slot -> name
        self.at = {}                      # (target, name) -> slot
        self.holds = {name: set() for name in load}
        self.filled = set()               # slots that the hat has filled: they stay

    def seat(self, slot, name):
        self.holder[slot], self.at[slot[0], name] = name, slot
        self.holds[name].add(slot)
        self.load[name] += 1

    def leave(self, slot):
        name = self.holder.pop(slot)
        del self.at[slot[0], name]
        self.holds[name].discard(slot)
        self.load[name] -= 1
        return name

    def chain(self, slot, ends, passes_to=lambda name: ()):
        """
        The shortest chain that seats somebody in the empty slot: `slot` goes to a name, who gives a slot to the next name, and
        so on, up to a name in `ends` who takes one slot more. `passes_to` are those who may give a slot instead, so that one
        more of this name is one less of theirs. None where there is no such chain.
        """
        came, queue = {slot: None}, [slot]
        for place in queue:
            if isinstance(place, str):                       # a name that has one slot too many
                if place in ends:
                    return self.followed(came, place)
                steps = sorted(self.holds[place] - self.filled) + list(passes_to(place))
            else:                                            # a slot that needs somebody
                steps = []
                for name in self.candidates[place]:
                    other = self.at.get((place[0], name))    # who sits at this target leaves that seat for this one
                    if other is None:
                        steps.append(name)
                    elif other not in self.filled:
                        steps.append(other)
            for step in steps:
                if step not in came:
                    came[step] = place
                    queue.append(step)
        return None

    @staticmethod
    def followed(came, place):
        path = [place]
        while came[path[-1]] is not None:
            path.append(came[path[-1]])
        return path[::-1]

    def follow(self, path):
        """Carries a chain out: each slot in it goes to the name after it, or to who held the slot after it."""
        moves = []
        for one, other in zip(path, path[1:]):
            if not isinstance(one, str):
                moves.append((one, other if isinstance(other, str) else self.holder[other]))
        for slot, _ in moves:
            if slot in self.holder:
                self.leave(slot)
        for slot, name in moves:
            self.seat(slot, name)

    def has_room(self, name):
        return self.capacity[name] is None or self.load[name] < self.capacity[name]

    def join(self, slot):
        """Adds a slot; of all chains the one to the lowest load keeps the sum of squares smallest. False: nobody can take it."""
        for load in sorted({self.load[name] for name in self.load if self.has_room(name)}):
            path = self.chain(slot, {name for name in self.load if self.load[name] == load and self.has_room(name)})
            if path:
                self.follow(path)
                return True
        return False

    def keep(self, slot, name):
        """Seats `name` in a slot for good, if an even assignment has it there; the others move where they must."""
        before, loads = self.holder[slot], dict(self.load)
        if name != before:
            # `before` gets another slot in the end. On the way a load may rise where one that was higher by one falls: the
            # sum of squares stays. Of convex costs one such circle is enough, if there is any.
            def passes_to(one):
                return [other for other in loads if loads[other] == loads[one] + 1] if self.has_room(one) else []
            other = self.at.get((slot[0], name))
            self.leave(slot)
            self.filled.add(slot)
            if other is None:
                everybody, self.candidates[slot] = self.candidates[slot], [name]
                path = self.chain(slot, {before}, passes_to)
                self.candidates[slot] = everybody
            else:
                self.leave(other)
                self.seat(slot, name)
                path = self.chain(other, {before}, passes_to)
                if path is None:
                    self.leave(slot)
                    self.seat(other, name)
            if path is None:
                self.filled.discard(slot)
                self.seat(slot, before)
                return False
            self.follow(path)
        self.filled.add(slot)
        return True


def candidates_of(slots, tags, pool, areas, barred, commitment):
    """Who may sit in each slot, in byte order of the inspector."""
    avoids, found = commitment['avoidSameArea'], {}
    for slot in slots:
        tag, area = tags[slot[1] - 1], areas[slot[0]]
        found[slot] = [row['inspector'] for row in pool
                       if (tag == '' or tag in row['tags'].split(';')) and (row['inspector'], slot[0]) not in barred
                       and ('expert' not in row['tags'].split(';') or tag == 'expert')
                       and not (avoids and area != '' and row['area'] == area)]
    return found


def fill(slots, tags, pool, extra_load, areas, barred, commitment, generator_of, may_stay_empty=False):
    """
    The names in the slots, by the hat; None where there is no admissible assignment. With `may_stay_empty` a slot that cannot
    be filled beside those before it stays empty. `generator_of` gives the generator of a slot.
    """
    load = {row['inspector']: row['load'] + extra_load.get(row['inspector'], 0) for row in pool}
    capacity = {row['inspector']: None if row['capacity'] == '' else row['capacity'] for row in pool}
    seating = Seating(slots, candidates_of(slots, tags, pool, areas, barred, commitment), load, capacity)
    joined = []
    for slot in slots:
        if seating.join(slot):
            joined.append(slot)
        elif not may_stay_empty:
            return None
    for slot in joined:
        sitting = {seating.holder[other] for other in joined if other[0] == slot[0] and other in seating.filled}
        hat = [name for name in seating.candidates[slot] if name not in sitting]
        generator = generator_of(slot)
        while True:
            j = generator.below(len(hat))
            name, hat[j] = hat[j], hat[-1]
            hat.pop()
            if seating.keep(slot, name):
                break
    return {slot: seating.holder.get(slot, '') for slot in slots}


class Draw:
    """What section 6 and 7 work on."""

    def __init__(self, commitment, law, frame, pool, recusals, selection, draw_key):
        self.commitment, self.law, self.frame, self.selection, self.key = commitment, law, {r['target']: r for r in frame}, selection, draw_key
        self.areas = {row['target']: row['area'] for row in frame}
        self.rank = {row['target']: (row['ticket'], utf8(row['target'])) for row in selection}
        self.seats_of = {team['department']: team['seats'] for team in commitment['teams']}
        self.pool, self.has_staff = pool, pool is not None and recusals is not None
        self.recused = {(row['inspector'], row['target']) for row in recusals or []}

    def own_pool(self, department):
        return [row for row in self.pool if row['department'] == department]

    def slots_at(self, target):
        """(target, department, seat) of every seat that a target brings."""
        brought = self.frame[target]['departments'].split(';')
        return [(target, department, seat) for department, tags in self.seats_of.items() if department in brought
                for seat in range(1, len(tags) + 1)]

    def teams(self):
        """Section 6: {(target, department, seat): name}, or the first department without teams."""
        drawn = sorted((row['target'] for row in self.selection if row['status'] == 'drawn'), key=self.rank.get)
        seated = {}
        for department, tags in self.seats_of.items():
            slots = [(target, seat) for target in drawn for t, d, seat in self.slots_at(target) if d == department]
            generator = Generator(H(f'{self.key}/match/{department}'))
            names = fill(slots, tags, self.own_pool(department), {}, self.areas, self.recused, self.commitment, lambda slot: generator)
            if names is None:
                return department
            seated.update({(target, department, seat): name for (target, seat), name in names.items()})
        return seated


# -- Section 7: substitution ---------------------------------------------------------------------------------------------------

TARGET_REASONS = {'deregistered', 'closed', 'moved', 'unreachable', 'cancelled', 'visited', 'other'}
BARRING = {'certificate', 'transferred', 'unqualified'}
INSPECTOR_REASONS = BARRING | {'on-leave', 'recused', 'duty', 'other'}


def code_of(reason):
    return reason.split(':', 1)[0]


class Standing:
    """How a draw stands after some substitutions."""

    def __init__(self, draw, seated):
        self.draw, self.seats, self.fallen, self.called = draw, dict(seated), set(), set()
        self.times = {slot: 1 for slot in seated}
        self.left, self.barred = set(), set()      # (name, target) that fell out there; names that come in nowhere

    def stands(self, target):
        status = {row['target']: row['status'] for row in self.draw.selection}.get(target)
        return status is not None and target not in self.fallen and (target in self.called or status == 'drawn')

    def target_falls(self, number, out):
        """The lines (out, in, slot) of a target that falls out; None where it does not stand or, in version 1, nobody can come."""
        if not self.stands(out):
            return None
        own = next(row for row in self.draw.selection if row['target'] == out)
        reserve = next((row['target'] for row in self.draw.selection if row['stratum'] == own['stratum']
                        and row['status'] == 'reserve' and row['target'] not in self.called), '')
        self.fallen.add(out)
        self.seats = {slot: name for slot, name in self.seats.items() if slot[0] != out}
        lines = [(out, reserve, None)]
        if reserve:
            self.called.add(reserve)
            if self.draw.has_staff:
                names = self.refill(number, self.draw.slots_at(reserve), '')
                if names is None:
                    return None
                lines += [('', name, slot) for slot, name in names]
        return lines

    def inspector_falls(self, number, out, slots, reason):
        if not slots or len(set(slots)) < len(slots) or any(self.seats.get(slot) != out for slot in slots):
            return None
        for slot in slots:
            del self.seats[slot]
            self.left.add((out, slot[0]))
        if code_of(reason) in BARRING:
            self.barred.add(out)
        names = self.refill(number, slots, out)
        return None if names is None else [(out, name, slot) for slot, name in names]

    def refill(self, number, slots, out):
        """Fills free slots, all other seats kept: [(slot, name)] in the order of the lines, or None."""
        draw, filled = self.draw, []
        for department, tags in draw.seats_of.items():
            free = sorted(((t, seat) for t, d, seat in slots if d == department), key=lambda slot: (draw.rank[slot[0]], slot[1]))
            if not free:
                continue
            kept = [(slot, name) for slot, name in self.seats.items() if slot[1] == department]
            load = {}
            for _, name in kept:
                load[name] = load.get(name, 0) + 1
            barred = draw.recused | {(name, slot[0]) for slot, name in kept}
            if draw.law == 1:
                generator = Generator(H(f'{draw.key}/substitute/{number}/{department}'))
                pool = [row for row in draw.own_pool(department) if row['inspector'] != out]
                names = fill(free, tags, pool, load, draw.areas, barred, draw.commitment, lambda slot: generator)
                if names is None:
                    return None
            else:
                pool = [row for row in draw.own_pool(department) if row['inspector'] not in self.barred]
                seat_key = lambda slot: H(f'{draw.key}/seat\n{slot[0]}\n{department}\n{slot[1]}\n{self.times.get((slot[0], department, slot[1]), 0)}')
                names = fill(free, tags, pool, load, draw.areas, barred | self.left, draw.commitment,
                             lambda slot: Generator(seat_key(slot)), may_stay_empty=True)
            filled += [((t, department, seat), names[t, seat]) for t, seat in free]
        for slot, name in filled:
            if name:
                self.seats[slot] = name
                self.times[slot] = self.times.get(slot, 0) + 1
        if draw.law == 1:
            filled.sort(key=lambda line: (utf8(line[0][0]), utf8(line[0][1]), line[0][2]))
        return filled


def check_substitutions(folder, draw, seated):
    """Makes every substitution again; true where the file shows the people."""
    file = 'substitutions.csv'
    rows = rows_of(folder, file, draw.law)
    hidden = draw.law == 2 and any(row['kind'] == 'inspector' and row['approver'] == '' for row in rows)
    standing = Standing(draw, seated)
    for place, (number, own) in enumerate(groupby(rows, key=lambda row: row['number']), 1):
        own = list(own)
        first, what = own[0], f'substitution {number} is not what section 7 gives'
        check(number == place or (draw.law == 1 and not draw.has_staff), file, f'number {number} should be {place}')
        if draw.law == 2:
            codes = TARGET_REASONS if first['kind'] == 'target' else INSPECTOR_REASONS
            code, colon, words = first['reason'].partition(':')
            check(code in codes and (not colon or words.strip(WHITE)), file, f'{first["reason"]!r} is no reason of section 7')
            check(all(is_moment(row['at']) for row in own), file, what)
        slots = [(row['target'], row['department'], row['seat']) for row in own if row['kind'] == 'inspector']
        lines = replayed(draw, standing, own, slots, hidden)
        check(lines is not None, file, what)
        expected = []
        for out, into, slot in lines:
            target, department, seat = slot or ('', '', '')
            hides = hidden and slot is not None
            expected.append({
                'number': number, 'kind': 'inspector' if slot else 'target', 'out': '' if hides else out, 'in': '' if hides else into,
                'target': target, 'department': department, 'seat': seat,
                'reason': code_of(first['reason']) if hides else first['reason'],
                'approver': '' if hides else first['approver'], 'at': first['at'],
            })
            check(draw.law == 1 or hides or first['approver'] != '', file, f'substitution {number} names no approver')
        check(expected == own, file, what)
    return not hidden


def replayed(draw, standing, own, slots, hidden):
    first, number = own[0], own[0]['number']
    if first['kind'] == 'target':
        lines = standing.target_falls(number, first['out'])
        if draw.has_staff or lines is None:
            return lines
        # Without the staff: the seats that the incoming target brings are known, who came in is not (version 1 shows no seat).
        into = lines[0][1]
        if draw.law == 2:
            brought = draw.slots_at(into) if into else []
            return lines + [('', row['in'], slot) for row, slot in zip(own[1:], brought)] + \
                [('', '', slot) for slot in brought[len(own) - 1:]]
        return lines + [('', row['in'], slot) for row, slot in zip([r for r in own if r['kind'] == 'inspector'], slots)]
    if draw.has_staff:
        out = standing.seats.get(slots[0], '') if hidden else first['out']
        if draw.law == 2 and code_of(first['reason']) in BARRING:
            slots = [slot for slot, name in standing.seats.items() if name == out]
        return standing.inspector_falls(number, out, slots, first['reason'])
    if draw.law == 2:
        sound = all(slot[1] == first['department'] and standing.stands(slot[0]) and slot in draw.slots_at(slot[0]) for slot in slots)
        if not sound or len({slot[0] for slot in slots}) < len(slots):
            return None
        return sorted(((first['out'], row['in'], slot) for row, slot in zip(own, slots)), key=lambda line: draw.rank[line[2][0]])
    return [(row['out'], row['in'], slot) for row, slot in zip(own, slots)]


# -- Section 8: verifying ------------------------------------------------------------------------------------------------------

def read_folder(path):
    files = {}
    for root, _, names in os.walk(path):
        for name in names:
            full = os.path.join(root, name)
            with open(full, 'rb') as file:
                files[os.path.relpath(full, path).replace(os.sep, '/')] = file.read()
    return files


def check_sums(folder):
    text = text_of(folder, SUMS)
    check(text == '' or text.endswith('\n'), SUMS, 'the last line does not end')
    listed = []
    for line in text.split('\n')[:-1]:
        found = re.match(r'([0-9a-f]{64})  ([^\\]+)\Z', line)
        check(found, SUMS, f'{line!r} is no line of sha256sum')
        digest, name = found.groups()
        check(name in folder, name, 'is listed and not there')
        check(H(folder[name]) == digest, name, f'its SHA-256 is not the listed one')
        listed.append(name)
    check(rises(listed), SUMS, 'the names do not rise')
    left = {name for name in folder if LEFT_BEHIND & set(name.split('/'))}
    unlisted = set(folder) - set(listed) - {SUMS} - left
    check(not unlisted, SUMS, f'does not list {sorted(unlisted)[:1]}')


def payload_of(bag):
    """Of a bag (BagIt 1.0, RFC 8493) what it carries; its manifests must hold."""
    if 'bagit.txt' not in bag and 'manifest-sha256.txt' not in bag:
        return bag
    check(bag.get('bagit.txt') == b'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', 'bagit.txt', 'is no declaration of a bag')
    data = {name for name in bag if name.startswith('data/')}
    for file, names in ('manifest-sha256.txt', data), ('tagmanifest-sha256.txt', set(bag) - data - {'tagmanifest-sha256.txt'}):
        lines = re.split('\r?\n', text_of(bag, file))
        for line in lines[:-1] if lines[-1] == '' else lines:
            found = re.match(r'([0-9a-f]{64}) +\*?(.+)\Z', line)
            name = found and re.sub('%(25|0A|0D)', lambda sign: chr(int(sign[1], 16)), found[2], flags=re.I)
            check(found and name in names and H(bag[name]) == found[1], file, f'{line!r} does not hold')
            names = names - {name}
        check(not names, file, f'does not list {sorted(names)[:1]}')
    return {name[5:]: content for name, content in bag.items() if name in data}


def verify(folder):
    """('agrees' | 'committed' | 'failed', what is to be said of it), or Differs."""
    folder = payload_of(folder)
    check_sums(folder)
    commitment, law = commitment_of(folder)
    record = record_of(folder)
    frame, exclusions, pool, recusals = (fixed_rows(folder, file, commitment, law)
                                         for file in ('frame.csv', 'exclusions.csv', 'pool.csv', 'recusals.csv'))
    if law == 2 and frame is not None and exclusions is not None:
        both = {row['target'] for row in frame} & {row['target'] for row in exclusions}
        check(not both, 'exclusions.csv', f'{sorted(both)[:1]} stands in the frame too')
    C = H(folder['commitment.json'])
    said = [f'C = {C}'] + chance(commitment, law)
    decided = {'seed.txt', 'selection.csv', 'assignment.csv', 'substitutions.csv'} & set(folder)
    if not decided and (law == 2 or only_commits(commitment, record)):
        return 'committed', said + parts(folder)
    check(frame is not None, 'frame.csv', 'is not there')
    seed = seed_of(folder, commitment, record)
    draw_key = H(f'ssj-draw/{law}\n{C}\n{seed}')
    select_key = H(draw_key + '/select')
    said.append(f'selectKey = {select_key}')
    selection = selection_of(frame, commitment, select_key)
    draw = Draw(commitment, law, frame, pool, recusals, selection, draw_key)
    says_none = law == 2 and draw.has_staff and decided == {'seed.txt'} and record.get('outcome') == 'no-teams'
    if says_none:
        department = draw.teams()
        check(isinstance(department, str), 'record.json', 'says that there are no teams, and there are')
        return 'failed', said + [f'组不成检查组 no teams: {department}'] + parts(folder)
    check(rows_of(folder, 'selection.csv', law) == selection, 'selection.csv', 'is not what section 5 gives')
    seated = draw.teams() if draw.has_staff else {}
    check(isinstance(seated, dict), 'assignment.csv', f'there are no teams for {seated}')
    if 'assignment.csv' in folder:
        rows = {(row['target'], row['department'], row['seat']): row['inspector'] for row in rows_of(folder, 'assignment.csv', law)}
        check(not draw.has_staff or rows == seated, 'assignment.csv', 'is not what section 6 gives')
    people = check_substitutions(folder, draw, seated) if 'substitutions.csv' in folder else True
    counts = [f'抽中 drawn {sum(row["status"] == "drawn" for row in selection)} / {len(frame)}']
    return 'agrees', said + counts + parts(folder) + ([] if people else ['未出示 not shown: 替换的人员 who was substituted'])


def record_of(folder):
    try:
        record = json.loads(folder.get('record.json', b'{}').decode('utf-8'))
    except ValueError:
        record = {}
    return record if isinstance(record, dict) else {}


def only_commits(commitment, record):
    """Version 1: the record names no draw, or says that it is under the seal of an announced source."""
    if not isinstance(record.get('drawn'), dict):
        return True
    sealed = record.get('sealed')
    names = [name_of(source) for source in commitment['seedSources']]
    return isinstance(sealed, dict) and 'revealed' in sealed and sealed['revealed'] is None and sealed.get('source') in names


def chance(commitment, law):
    """S, how many outcomes the seed can have, and whether that is enough that nobody can steer the draw (section 4)."""
    if law == 1:
        return []
    S = 1
    for source in commitment['seedSources']:
        S *= form_of(source['form'])[2]
    weak = [s['stratum'] for s in commitment['strata'] if s['take'] > 0 and S * s['take'] < 1000000 * s['size']]
    return [f'S = {S}', '防操纵 steer-proof' if not weak else f'弱种子 not steer-proof: {", ".join(weak)}']


def parts(folder):
    missing = [file for file in ('frame.csv', 'exclusions.csv', 'pool.csv', 'recusals.csv', 'assignment.csv') if file not in folder]
    return [f'未出示 not shown: {" ".join(missing)}'] if missing else []


# -- Signatures (docs/signing.md) ----------------------------------------------------------------------------------------------

SIGNED_NAMES = ['draw', 'commitment', 'sha256sums', 'sm3sums', 'signer', 'key', 'algorithm', 'time', 'asked', 'registered']
SPKI = {'ed25519': bytes.fromhex('302a300506032b6570032100'),
        'sm2': bytes.fromhex('3059301306072a8648ce3d020106082a811ccf5501822d034200')}


def sm3(data):
    """GB/T 32905, as 64 digits."""
    try:
        return hashlib.new('sm3', data).hexdigest()
    except ValueError:  # an OpenSSL without it
        return sm3_plain(data)


def sm3_plain(data):
    turn = lambda x, n: (x << n % 32 | x >> (32 - n % 32)) & 0xffffffff if n % 32 else x
    state = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]
    padded = data + b'\x80' + bytes(-(len(data) + 9) % 64) + (8 * len(data)).to_bytes(8, 'big')
    for at in range(0, len(padded), 64):
        w = [int.from_bytes(padded[at + i:at + i + 4], 'big') for i in range(0, 64, 4)]
        for i in range(16, 68):
            x = w[i - 16] ^ w[i - 9] ^ turn(w[i - 3], 15)
            w.append(x ^ turn(x, 15) ^ turn(x, 23) ^ turn(w[i - 13], 7) ^ w[i - 6])
        a, b, c, d, e, f, g, h = state
        for i in range(64):
            first = turn((turn(a, 12) + e + turn(0x79cc4519 if i < 16 else 0x7a879d8a, i)) & 0xffffffff, 7)
            second = first ^ turn(a, 12)
            ff, gg = (a ^ b ^ c, e ^ f ^ g) if i < 16 else ((a & b) | (a & c) | (b & c), (e & f) | (~e & g))
            one = (ff + d + second + (w[i] ^ w[i + 4])) & 0xffffffff
            two = (gg + h + first + w[i]) & 0xffffffff
            a, b, c, d, e, f, g, h = one, a, turn(b, 9), c, two ^ turn(two, 9) ^ turn(two, 17), e, turn(f, 19), g
        state = [x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return ''.join(f'{x:08x}' for x in state)


def times(number, point, add, zero):
    total = zero
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total


def ed25519_holds(key, message, signature):
    """RFC 8032."""
    p, q = 2 ** 255 - 19, 2 ** 252 + 27742317777372353535851937790883648493
    d = -121665 * pow(121666, p - 2, p) % p

    def add(one, other):
        (x1, y1), (x2, y2) = one, other
        both = d * x1 * x2 * y1 * y2
        return (x1 * y2 + x2 * y1) * pow(1 + both, p - 2, p) % p, (y1 * y2 + x1 * x2) * pow(1 - both, p - 2, p) % p

    def point(data):
        number = int.from_bytes(data, 'little')
        sign, y = number >> 255, number & (2 ** 255 - 1)
        square = (y * y - 1) * pow(d * y * y + 1, p - 2, p) % p
        x = pow(square, (p + 3) // 8, p)
        if (x * x - square) % p:
            x = x * pow(2, (p - 1) // 4, p) % p
        if y >= p or (x * x - square) % p or (x == 0 and sign):
            return None
        return (p - x if x & 1 != sign else x), y

    A, R = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], 'little')
    if len(signature) != 64 or A is None or R is None or s >= q:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), 'little') % q
    base = point((4 * pow(5, p - 2, p) % p).to_bytes(32, 'little'))
    return times(s, base, add, (0, 1)) == add(R, times(k, A, add, (0, 1)))


def sm2_holds(key, message, signature):
    """GB/T 32918.2 with SM3 and the usual id."""
    p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff
    n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123
    b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93
    G = (0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7,
         0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0)

    def add(one, other):
        if one is None or other is None:
            return one or other
        (x1, y1), (x2, y2) = one, other
        if x1 == x2 and (y1 + y2) % p == 0:
            return None
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, p - 2, p) if one == other else (y2 - y1) * pow(x2 - x1, p - 2, p)
        x = (slope * slope - x1 - x2) % p
        return x, (slope * (x1 - x) - y1) % p

    der = re.match(rb'\x30(.)\x02(.)', signature, re.S)
    if not der or der[1][0] != len(signature) - 2 or len(signature) < 4 + der[2][0] + 2:
        return False
    r, rest = signature[4:4 + der[2][0]], signature[4 + der[2][0]:]
    s = rest[2:]
    shortest = lambda x: x and x[0] < 128 and (x[0] or len(x) == 1 or x[1] > 127)
    if rest[:2] != bytes([2, len(s)]) or not shortest(r) or not shortest(s):
        return False
    r, s = int.from_bytes(r, 'big'), int.from_bytes(s, 'big')
    x, y = int.from_bytes(key[1:33], 'big'), int.from_bytes(key[33:], 'big')
    t = (r + s) % n
    if key[0] != 4 or x >= p or y >= p or (y * y - x ** 3 + 3 * x - b) % p or not (0 < r < n and 0 < s < n and t):
        return False
    whose = b'\x00\x80' + b'1234567812345678' + b''.join(v.to_bytes(32, 'big') for v in (p - 3, b, *G)) + key[1:]
    e = int(sm3(bytes.fromhex(sm3(whose)) + message), 16)
    at = add(times(s, G, add, None), times(t, (x, y), add, None))
    return at is not None and (e + at[0]) % n == r


def key_in(text, file):
    """(algorithm, its bytes, its id) of a public key in PEM, or in the base64 of a list."""
    body = re.search(r'-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----', text)
    try:
        spki = base64.b64decode(re.sub(r'\s', '', body[1] if body else text), validate=True)
    except ValueError:
        spki = b''
    for algorithm, start in SPKI.items():
        if spki.startswith(start) and len(spki) == len(start) + {'ed25519': 32, 'sm2': 65}[algorithm]:
            return algorithm, spki[len(start):], H(spki)[:16]
    raise Differs(file, 'holds no public key of SM2 or Ed25519')


def signers_in(paths):
    """({id: (algorithm, bytes, name, ended)}, how many must have signed): a public key asks for itself, a list for as many as it says."""
    signers, least = {}, 0
    for path in paths:
        with open(path, encoding='utf-8') as file:
            text = file.read()
        told = json.loads(text) if text.lstrip().startswith('{') else {'least': 1, 'signers': [{'key': text}]}
        least += max(1, told['least'])
        for one in told['signers']:
            algorithm, key, name = key_in(one['key'], path)
            check(one.get('id', name) == name, path, 'names a key by the id of another')
            signers[name] = algorithm, key, one.get('name'), one.get('ended')
    return signers, least


def moment(text):
    return datetime.fromisoformat(text.replace('Z', '+00:00'))


def statement_in(beside, name):
    file = name + '.txt'
    check(file in beside, file, 'is not there')
    lines = beside[file].decode('utf-8', 'replace').split('\n')
    check(lines[:1] == ['ssj-signature/1'] and lines[-1:] == [''] and
          [line.partition(': ')[0] for line in lines[1:-1]] == SIGNED_NAMES, file, 'is no statement that is signed')
    told = {line.partition(': ')[0]: line.partition(': ')[2] for line in lines[1:-1]}
    check(told['key'] == name and told['algorithm'] in SPKI and re.match(r'[1-9]\d*\Z', told['asked']), file, 'is no statement that is signed')
    return told


def check_signatures(folder, path, asked):
    """What is to be said of the signatures beside a folder, or Differs. `asked` are files that name signers."""
    place = path.rstrip('/\\') + '.signatures'
    beside = read_folder(place) if os.path.isdir(place) else {}
    names = sorted({file[:16] for file in beside if re.match(r'[0-9a-f]{16}\.', file)})
    if not names:
        check(not asked, place, 'holds no signature')
        return ['签名 signatures: 没有 none']
    signers, least = signers_in(asked)
    check('SM3SUMS' in beside, 'SM3SUMS', 'is not there')
    listed = sorted((file for file in folder if not LEFT_BEHIND & set(file.split('/'))), key=utf8)
    check(beside['SM3SUMS'].decode('utf-8', 'replace') == ''.join(f'{sm3(folder[file])}  {file}\n' for file in listed),
          'SM3SUMS', 'and the folder tell different things')
    payload = payload_of(folder)
    said, counted = [], 0
    for name in names:
        told, file = statement_in(beside, name), name + '.txt'
        if asked and name not in signers:
            said.append(f'{name}: 不是指明的密钥 not one of the keys that were named')
            continue
        check(asked or name + '.pem' in beside, name + '.pem', 'is not there')
        algorithm, key, whose, ended = signers[name] if asked else key_in(beside[name + '.pem'].decode(), name + '.pem') + (None,)
        check(asked or whose == name, name + '.pem', 'is another key')
        check(name + '.sig' in beside, name + '.sig', 'is not there')
        holds = ed25519_holds if algorithm == 'ed25519' else sm2_holds
        check(algorithm == told['algorithm'] and holds(key, beside[file], beside[name + '.sig']), file, 'is not signed by this key')
        check(told['sha256sums'] == H(payload[SUMS]) and told['sm3sums'] == sm3(beside['SM3SUMS']), file, 'is about other files')
        draw = record_of(payload).get('draw')
        check(told['commitment'] == H(payload['commitment.json']) and (draw is None or draw == told['draw']), file, 'is about another draw')
        check(not ended or ended['how'] != 'lost', file, 'is by a key that was lost')
        check(not ended or moment(told['time']) < moment(ended['at']), file, 'is not before the end of its key')
        counted, least = counted + 1, max(least, int(told['asked']))
        said.append(f'{name} {algorithm} {(whose if asked else None) or told["signer"]}: 签名相符 signature holds')
    check(not asked or counted >= least, place, f'{counted} of the keys that were named have signed, and {least} must')
    if not asked:
        said.append('密钥是谁的没有核对 whose keys these are was not checked (--signer)')
    return said


WORDS = {'agrees': '一致', 'committed': '已承诺，尚未抽取', 'failed': '种子组不成检查组', 'differs': '不一致'}


def tell(line):
    """Prints a line. Who closes the pipe early has seen enough, and the verdict stays what it is."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, 'w', encoding='utf-8')


def speak_as_asked():
    """A console of Windows in GBK hears GBK, one that has no Chinese UTF-8; what neither has is told as its escape."""
    encoding = sys.stdout.encoding or 'ascii'
    try:
        '未核对'.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        encoding = 'utf-8'
    sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding=encoding, errors='backslashreplace')


def main(words):
    paths, asked = [], []
    words = iter(words)
    for word in words:
        if word == '--signer':
            asked.append(next(words, ''))
        else:
            paths.append(word)
    if not paths or paths[0] in ('-h', '--help'):
        tell(__doc__)
        return 0 if paths else 2
    code = 0
    for path in paths:
        if not os.path.isdir(path):
            tell(f'不能读取 cannot read: {path}')
            code = 2
            continue
        try:
            folder = read_folder(path)
            verdict, said = verify(folder)
            said = said + check_signatures(folder, path, asked)
        except Differs as difference:
            verdict, said, code = 'differs', [str(difference)], max(code, 1)
        except Exception as error:  # what nobody thought of is no agreement either
            verdict, said, code = 'differs', [f'could not be read: {error!r}'], max(code, 1)
        tell(f'{verdict} {WORDS[verdict]}: {path}')
        for line in said:
            tell(f'  {line}')
    tell('未核对 not checked here: 公示文件 papers, 见证 witnesses, 承诺公布在先 that C was published before the seed')
    return code


if __name__ == '__main__':
    speak_as_asked()
    if sys.version_info < (3, 8):  # it would find differences where there are none
        tell('需要 Python 3.8 或更高版本 needs Python 3.8 or later')
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
