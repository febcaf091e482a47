#!/usr/bin/env python3
"""Makes the archives, photos, PDF and ODT files of competence 1.2. Usage: 1.2.py FOLDER. Same bytes at every run."""
import hashlib
import io
import random
import struct
import sys
import zipfile
from pathlib import Path

STAMP = (2025, 1, 15, 9, 0, 0)


def pack(entries):
    """A ZIP of (name, bytes, date) entries; a name that ends in a slash is a folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data, date in entries:
            info = zipfile.ZipInfo(name, date)
            info.compress_type = zipfile.ZIP_STORED if name.endswith((".zip", ".jpg", "/")) else zipfile.ZIP_DEFLATED
            info.external_attr = (0o40755 << 16 | 0x10) if name.endswith("/") else 0o644 << 16
            z.writestr(info, data)
    return out.getvalue()


def txt(text):
    return ("\ufeff" + text.strip() + "\n").replace("\n", "\r\n").encode("utf-8")


# --- folders to explore -------------------------------------------------------------------------------------------

def association(folder):
    """Meeting minutes that all have the same name, in a tree of years and months."""
    rooms = {"2023/janvier": ("petite salle", 14), "2023/juin": ("salle Colette", 22), "2024/mars": ("salle des Tilleuls", 31),
             "2024/septembre": ("préau de l'école", 27), "2025/mars": ("salle du Lavoir", 19)}
    entries = [(f"association/adherents/liste-{y}.csv", f"nom;cotisation\r\nAubry;20\r\nCamara;{y - 2005}\r\n".encode(), STAMP) for y in (2023, 2024, 2025)]
    for path, (room, people) in rooms.items():
        year, month = path.split("/")
        entries.append((f"association/reunions/{path}/compte-rendu.txt",
                        txt(f"Compte rendu de la réunion, {month} {year}\n\nLieu : {room}\nPrésents : {people}\n\nLe bilan est adopté à l'unanimité."), STAMP))
    entries.append(("association/reunions/2024/mars/feuille-presence.txt", txt("Feuille de présence, mars 2024"), STAMP))
    entries.append(("association/reunions/2024/mars/ordre-du-jour.txt", txt("Ordre du jour, mars 2024 : bilan, fête du quartier"), STAMP))
    entries.append(("association/reunions/2025/ordre-du-jour.txt", txt("Ordre du jour, année 2025"), STAMP))
    entries.append(("association/reunions/modele-compte-rendu.txt", txt("Compte rendu de la réunion\n\nLieu : à compléter\nPrésents : à compléter"), STAMP))
    entries.append(("association/fete/idees.txt", txt("Idées pour la fête : lampions, tombola, fanfare"), STAMP))
    (folder / "association.zip").write_bytes(pack(entries))
    return sum("/reunions/" in e[0] for e in entries)


def recipes(folder):
    """Two recipes of the same name in neighbour folders."""
    data = {"desserts/chocolat/mousse.txt": ("Mousse au chocolat", "6 œufs, 200 g de chocolat", "3 heures"),
            "desserts/chocolat/brownie.txt": ("Brownie", "3 œufs, 150 g de beurre", "25 minutes au four"),
            "desserts/chocolat/truffes.txt": ("Truffes", "250 g de chocolat, cacao", "2 heures"),
            "desserts/citron/mousse.txt": ("Mousse au citron", "4 œufs, 3 citrons", "4 heures"),
            "desserts/citron/tarte.txt": ("Tarte au citron", "5 œufs, 4 citrons", "30 minutes au four"),
            "desserts/fruits/crumble.txt": ("Crumble", "6 pommes, 120 g de beurre", "35 minutes au four"),
            "desserts/fruits/ete/salade.txt": ("Salade de fruits", "melon, pêches, menthe", "1 heure"),
            "desserts/fruits/ete/sorbet.txt": ("Sorbet aux fraises", "500 g de fraises", "5 heures"),
            "desserts/index.txt": ("Liste des desserts", "voir les dossiers", "aucun"),
            "soupes/potiron.txt": ("Soupe de potiron", "1 potiron, 1 oignon", "40 minutes"),
            "soupes/froides/concombre.txt": ("Soupe de concombre", "2 concombres, yaourt", "2 heures"),
            "plats/gratin.txt": ("Gratin", "1 kg de pommes de terre, crème", "1 heure au four")}
    entries = [(f"cuisine/{k}", txt(f"{a}\n\nIl faut : {b}\nRepos ou cuisson : {c}"), STAMP) for k, (a, b, c) in data.items()]
    (folder / "recettes.zip").write_bytes(pack(entries))
    return sum("/desserts/" in e[0] for e in entries)


def dated(folder, name, root, label, spec):
    """Files of given sizes (in kilobytes) and dates, to sort in a file manager."""
    r = random.Random(name)
    entries = []
    for stem, size, date in spec:
        body = f"{label} {stem}\n"
        while len(body) < size * 100:
            body += " ".join(f"{r.randint(0, 99999):05d}" for _ in range(9)) + "\n"
        entries.append((f"{root}/{stem}.txt", body[:size * 100].encode("ascii"), date))
    (folder / name).write_bytes(pack(entries))


def weather(folder):
    spec = [("aubier", 71, (2024, 11, 4, 8, 12, 0)), ("belcombe", 128, (2025, 2, 9, 7, 30, 0)), ("corvel", 96, (2024, 10, 21, 9, 5, 0)),
            ("dornes", 143, (2025, 1, 17, 8, 0, 0)), ("evry-le-bois", 37, (2025, 3, 2, 10, 44, 0)), ("fontbrune", 110, (2024, 12, 12, 8, 8, 0)),
            ("gravel", 64, (2023, 12, 28, 8, 15, 0)), ("hautmont", 127, (2024, 9, 30, 18, 2, 0)), ("lisac", 52, (2025, 1, 5, 8, 20, 0)),
            ("marville", 88, (2024, 6, 11, 7, 55, 0)), ("noirval", 120, (2024, 8, 1, 8, 0, 0)), ("ormes", 45, (2025, 2, 27, 8, 31, 0)),
            ("pradel", 101, (2024, 3, 15, 8, 40, 0)), ("valmont", 119, (2024, 5, 6, 12, 0, 0))]
    dated(folder, "stations-meteo.zip", "stations", "Releves de la station", spec)
    return max(spec, key=lambda s: s[1])[0], min(spec, key=lambda s: s[2])[0]


def interviews(folder):
    spec = [("amina", 82, (2024, 4, 3, 15, 0, 0)), ("bertrand", 57, (2024, 9, 19, 9, 30, 0)), ("cosima", 118, (2025, 1, 23, 11, 0, 0)),
            ("djibril", 33, (2024, 2, 8, 14, 20, 0)), ("eglantine", 96, (2024, 12, 30, 16, 45, 0)), ("florent", 29, (2024, 7, 1, 10, 10, 0)),
            ("gwenola", 74, (2025, 2, 14, 9, 0, 0)), ("hamid", 105, (2023, 11, 27, 13, 15, 0)), ("ingrid", 41, (2024, 10, 8, 17, 5, 0)),
            ("joris", 66, (2025, 2, 3, 8, 50, 0)), ("kelya", 130, (2024, 5, 22, 15, 30, 0)), ("leontine", 48, (2024, 12, 2, 9, 25, 0)),
            ("marius", 90, (2024, 3, 29, 11, 40, 0)), ("nora", 36, (2024, 8, 16, 10, 0, 0))]
    dated(folder, "entretiens.zip", "entretiens", "Entretien avec", spec)
    return min(spec, key=lambda s: s[1])[0], max(spec, key=lambda s: s[2])[0]


def caretaker(folder):
    """Twenty weekly notes; only one tells of the leak in the boiler room."""
    facts = ["Ampoule changée au deuxième étage.", "Fuite réparée sous l'évier de la salle des professeurs.", "Visite de contrôle de la chaufferie, rien à signaler.",
             "Serrure du gymnase remplacée.", "Nettoyage des gouttières.", "Chaufferie : livraison de granulés.", "Vitre fendue en salle 12, artisan prévenu.",
             "Fuite au robinet de la cour, joint changé.", "Chasse d'eau bloquée au rez-de-chaussée.", "Porte de la chaufferie repeinte.",
             "Exercice d'évacuation : 3 minutes 40.", "Haie taillée côté parking.", "Radiateurs purgés au premier étage.", "Fuite de gaz ? Fausse alerte, simple odeur de peinture.",
             "Panneau d'affichage fixé dans le hall."]
    r = random.Random(125)
    entries = []
    for week in range(1, 21):
        notes = r.sample(facts, 4)
        if week == 14:
            notes = ["Haie taillée côté parking.", "Eau par terre devant la chaudière : un raccord de la chaufferie fuyait, plombier venu le jeudi, fuite arrêtée.", "Vitre fendue en salle 12, artisan prévenu."]
        elif any("Fuite" in n for n in notes) and any("haufferie" in n for n in notes):
            notes = [n for n in notes if "haufferie" not in n]
        entries.append((f"gardien/semaine-{week:02d}.txt", txt(f"Journal du gardien, semaine {week}\n\n- " + "\n- ".join(notes)), STAMP))
    (folder / "journal-gardien.zip").write_bytes(pack(entries))
    return 14


def letters(folder):
    """Eighteen saved messages; one quotes the order wanted, others quote near numbers."""
    people = ["Nadia Fournel", "Bruno Keita", "Lise Marchand", "Omar Sellami", "Paula Reis", "Yves Kerbrat", "Aya Tanaka", "Gaël Poulain", "Sonia Varga"]
    topics = [("Livraison", "La commande {} est arrivée ce matin, complète."), ("Facture", "Pouvez-vous renvoyer la facture de la commande {} ?"),
              ("Retard", "La commande {} aura trois jours de retard."), ("Retour", "Deux articles de la commande {} sont à échanger."),
              ("Devis", "Merci pour le devis. Il remplace celui de la commande {}.")]
    numbers = ["48-717", "84-771", "48-177", "48-711", "47-871", "48-770", "48-171", "84-717", "48-772", "48-701", "47-771", "84-711", "48-117", "47-718", "48-077", "84-177", "48-778"]
    r = random.Random(126)
    entries = []
    for i in range(18):
        subject, body = topics[i % 5]
        number = "48-771" if i == 12 else numbers[i if i < 12 else i - 1]
        sender = "Paula Reis" if i == 12 else r.choice([p for p in people if p != "Paula Reis"] + ["Paula Reis"])
        who = sender.split()[0].encode("ascii", "ignore").decode().lower()
        sender = sender.replace("ë", "e")
        text = (f"From: {sender} <{who}@fournitures.example>\r\nTo: achats@lycee.example\r\nSubject: {subject}\r\n"
                f"Date: {['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][(i + 0) % 7]}, {3 + i:02d} Mar 2025 09:{10 + i}:00 +0100\r\n"
                "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                f"Bonjour,\r\n\r\n{body.format(number)}\r\n\r\nCordialement,\r\n{sender}\r\n")
        entries.append((f"messages/message-{i + 1:02d}.eml", text.encode("utf-8"), STAMP))
    (folder / "messages-achats.zip").write_bytes(pack(entries))
    return "message-13", "Paula Reis"


def nested(folder):
    """Archives inside an archive."""
    certificates = pack([("attestations/stage-2023.txt", txt("Attestation de stage\n\nAnnée : 2023\nLieu : crèche Les Lutins\nDurée : 70 heures"), STAMP),
                         ("attestations/stage-2024.txt", txt("Attestation de stage\n\nAnnée : 2024\nLieu : maison de retraite du Parc\nDurée : 140 heures"), STAMP),
                         ("attestations/secourisme.txt", txt("Attestation de secourisme\n\nDurée : 7 heures"), STAMP)])
    (folder / "candidature.zip").write_bytes(pack([
        ("candidature/cv.txt", txt("Curriculum vitae\n\nStages : voir les annexes"), STAMP),
        ("candidature/lettre.txt", txt("Lettre de motivation"), STAMP),
        ("candidature/annexes.zip", certificates, STAMP)]))
    sounds = pack([("son/liste.txt", txt("Sons : pluie, porte, train"), STAMP)])
    texts = pack([(f"textes/scene-{n}.txt", txt(f"Scène {n}\n\nEntre {who}.\nDurée : {d} minutes"), STAMP)
                  for n, who, d in ((1, "la bergère", 6), (2, "le facteur", 9), (3, "la capitaine", 12), (4, "le fantôme", 5))])
    sets = pack([("decor/scene-3.txt", txt("Décor de la scène 3 : un port, deux caisses, un filet"), STAMP)])
    (folder / "spectacle.zip").write_bytes(pack([
        ("spectacle/lisez-moi.txt", txt("Les dossiers de chaque équipe sont dans les archives."), STAMP),
        ("spectacle/decor.zip", sets, STAMP), ("spectacle/son.zip", sounds, STAMP), ("spectacle/textes.zip", texts, STAMP)]))
    return 140, "la capitaine", 12


def checksums(folder):
    """One file of four no longer has the fingerprint that was published for it."""
    r = random.Random(128)
    files = {}
    for town in ("aubier", "corvel", "dornes", "lisac"):
        files[town] = "date;hauteur_cm\r\n" + "".join(f"2025-{1 + i // 28:02d}-{1 + i % 28:02d};{r.randint(80, 420)}\r\n" for i in range(140))
    prints = "".join(f"{hashlib.sha256(t.encode()).hexdigest()}  {n}.csv\r\n" for n, t in files.items())
    lines = files["dornes"].split("\r\n")
    day, height = lines[77].split(";")
    lines[77] = f"{day};{int(height) + 10}"
    files["dornes"] = "\r\n".join(lines)
    entries = [(f"niveaux/{n}.csv", t.encode(), STAMP) for n, t in files.items()]
    entries.append(("niveaux/empreintes-sha256.txt", prints.encode(), STAMP))
    (folder / "niveaux-riviere.zip").write_bytes(pack(entries))
    base = "code;article;prix\r\n" + "".join(f"A{100 + i};article {i + 1};{r.randint(2, 90)}\r\n" for i in range(120))
    copies = []
    for i, line in enumerate((31, None, 88)):
        rows = base.split("\r\n")
        if line:
            code, article, price = rows[line].split(";")
            rows[line] = f"{code};{article};{int(price) + 1}"
        copies.append((f"catalogue/miroir-{i + 1}.csv", "\r\n".join(rows).encode(), STAMP))
    official = hashlib.sha256(base.encode()).hexdigest()
    copies.append(("catalogue/empreinte-officielle.txt", f"SHA-256 du catalogue, publié par l'éditeur :\r\n{official}\r\n".encode(), STAMP))
    (folder / "catalogue-miroirs.zip").write_bytes(pack(copies))
    return "dornes", [hashlib.sha256(c[1]).hexdigest() == official for c in copies[:3]]


# --- photos -------------------------------------------------------------------------------------------------------

DC = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]


def dc_codes():
    codes, code, value = {}, 0, 0
    for bits, count in enumerate(DC, 1):
        for _ in range(count):
            codes[value] = (code, bits)
            code, value = code + 1, value + 1
        code <<= 1
    return codes


def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(blocks, exif):
    """A baseline JPEG of 8 by 8 blocks, each of one colour (rows of RGB triples)."""
    codes, bits, before = dc_codes(), [], [0, 0, 0]

    def put(value, count):
        bits.extend((value >> i) & 1 for i in range(count - 1, -1, -1))

    for row in blocks:
        for r, g, b in row:
            y = 0.299 * r + 0.587 * g + 0.114 * b
            for k, v in enumerate((y - 128, (b - y) * 0.564, (r - y) * 0.713)):
                level = round(v)
                diff, before[k] = level - before[k], level
                size = abs(diff).bit_length()
                put(*codes[size])
                if size:
                    put(diff if diff > 0 else diff + (1 << size) - 1, size)
                put(0, 1)  # end of block
    bits.extend([1] * (-len(bits) % 8))
    scan = bytearray()
    for i in range(0, len(bits), 8):
        byte = int("".join(map(str, bits[i:i + 8])), 2)
        scan.append(byte)
        if byte == 0xFF:
            scan.append(0)
    height, width = len(blocks) * 8, len(blocks[0]) * 8
    frame = struct.pack(">BHHB", 8, height, width, 3) + b"".join(bytes([i, 0x11, 0]) for i in (1, 2, 3))
    return (b"\xff\xd8" + segment(0xE1, b"Exif\x00\x00" + exif) + segment(0xDB, bytes([0]) + bytes([8] * 64))
            + segment(0xC0, frame) + segment(0xC4, bytes([0x00]) + bytes(DC) + bytes(range(12)))
            + segment(0xC4, bytes([0x10]) + bytes([1] + [0] * 15) + bytes([0]))
            + segment(0xDA, bytes([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])) + bytes(scan) + b"\xff\xd9")


def exif(make, model, taken, changed, artist=None, software=None):
    """Big-endian EXIF: maker, model, dates, author, program."""
    def text(tag, value):
        return tag, 2, value.encode("ascii") + b"\x00"
    first = [text(0x010F, make), text(0x0110, model)]
    if software:
        first.append(text(0x0131, software))
    first.append(text(0x0132, changed))
    if artist:
        first.append(text(0x013B, artist))
    second = [text(0x9003, taken), text(0x9004, taken)]
    start = 8 + 2 + 12 * (len(first) + 1) + 4
    blob = b"".join(d + b"\x00" * (len(d) % 2) for _, _, d in first)

    def directory(entries, offset, extra=b""):
        out, data = b"", b""
        for tag, kind, value in entries:
            padded = value + b"\x00" * (len(value) % 2)
            if len(value) <= 4:
                out += struct.pack(">HHI", tag, kind, len(value)) + value.ljust(4, b"\x00")
            else:
                out += struct.pack(">HHII", tag, kind, len(value), offset + len(data))
                data += padded
        return struct.pack(">H", len(entries) + (1 if extra else 0)) + out + extra + struct.pack(">I", 0), data

    pointer = start + sum(len(d) + len(d) % 2 for _, _, d in first if len(d) > 4)
    head, data = directory(first, start, struct.pack(">HHII", 0x8769, 4, 1, pointer))
    sub_start = pointer + 2 + 12 * len(second) + 4
    sub, sub_data = directory(second, sub_start)
    assert len(data) == pointer - start and len(blob) >= len(data)
    return b"MM\x00\x2a" + struct.pack(">I", 8) + head + data + sub + sub_data


def scene(seed, sky, ground, spot):
    """A small landscape in blocks: sky, hills, ground and a coloured thing."""
    r = random.Random(seed)
    rows = []
    hills = [11 + round(3 * abs((x % 14) - 7) / 7) for x in range(32)]
    for y in range(24):
        row = []
        for x in range(32):
            if y < hills[x]:
                colour = tuple(min(255, c + y * 3) for c in sky)
            else:
                colour = tuple(max(0, c - r.randint(0, 14)) for c in ground)
            if 13 <= x <= 18 and 13 <= y <= 18:
                colour = spot
            row.append(colour)
        rows.append(row)
    return rows


def photos(folder):
    (folder / "photo-refuge.jpg").write_bytes(jpeg(scene(1, (120, 170, 215), (90, 130, 70), (150, 60, 50)),
        exif("Optika", "Optika M4", "2024:07:21 18:05:33", "2025:02:03 10:40:12", "Naima Berger", "RetouchePlus 3")))
    (folder / "photo-atelier.jpg").write_bytes(jpeg(scene(2, (200, 180, 150), (130, 100, 80), (60, 90, 150)),
        exif("Lumio", "Lumio Z20", "2022:11:05 09:31:48", "2024:01:18 16:02:00", "Clovis Haddad", "Album Facile")))
    data = [("IMG_0007", "Optika", "Optika M4", "2021:06:12 10:00:00"), ("IMG_0012", "Lumio", "Lumio Z20", "2019:12:24 19:30:00"),
            ("IMG_0031", "Optika", "Optika M4", "2023:08:02 17:20:00"), ("IMG_0100", "Tello", "Tello 7", "2018:05:09 08:45:00"),
            ("IMG_0204", "Lumio", "Lumio Z20", "2021:10:30 12:15:00"), ("IMG_0310", "Tello", "Tello 7", "2021:02:17 15:05:00"),
            ("IMG_0415", "Optika", "Optika M4", "2022:01:01 00:10:00")]
    entries = []
    for i, (name, make, model, taken) in enumerate(data):
        picture = jpeg(scene(10 + i, (110 + 15 * i, 160, 210 - 12 * i), (90, 125 - 6 * i, 70 + 8 * i), (200 - 20 * i, 80 + 20 * i, 60)),
                       exif(make, model, taken, "2025:03:01 12:00:00"))
        entries.append((f"photos/{name}.jpg", picture, (2025, 3, 1, 12, 0, 2 * i)))
    (folder / "photos-famille.zip").write_bytes(pack(entries))
    return min(data, key=lambda d: d[3])[0], sum(d[3].startswith("2021") for d in data)


# --- documents ----------------------------------------------------------------------------------------------------

def pdf_string(text):
    return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"


def pdf(lines, author=None, created=None, title=None):
    stream = "BT /F1 16 Tf 60 760 Td 24 TL " + " ".join(f"{pdf_string(t)} Tj T*" for t in lines) + " ET"
    info = "".join(f"/{k} {pdf_string(v)} " for k, v in (("Author", author), ("Title", title), ("CreationDate", created)) if v)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
               f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", f"<< {info}>>"]
    out, offsets = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{n} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{o:010d} 00000 n \n".encode() for o in offsets)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def amend(data, lines):
    """Adds an incremental update: a newer object 4 after the end of the file, the older one stays."""
    previous = int(data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    stream = "BT /F1 16 Tf 60 760 Td 24 TL " + " ".join(f"{pdf_string(t)} Tj T*" for t in lines) + " ET"
    offset = len(data)
    data += f"4 0 obj\n<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream\nendobj\n".encode("cp1252")
    start = len(data)
    return data + (f"xref\n4 1\n{offset:010d} 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R /Prev {previous} >>\n"
                   f"startxref\n{start}\n%%EOF\n").encode()


def papers(folder):
    data = [("rapport-a", "Iris Vallet", "D:20240611093000+02'00'"), ("rapport-b", "Samuel Okafor", "D:20231102141500+01'00'"),
            ("rapport-c", "Iris Vallet", "D:20240118080000+01'00'"), ("rapport-d", "Denis Roy", "D:20250207173000+01'00'"),
            ("rapport-e", "Samuel Okafor", "D:20240930110000+02'00'"), ("rapport-f", "Denis Roy", "D:20230925101000+02'00'")]
    entries = [(f"rapports/{n}.pdf", pdf(["Rapport d'activité", "Document interne, sans date ni signature."], a, c, "Rapport"), (2025, 4, 1, 8, 0, 0)) for n, a, c in data]
    (folder / "rapports.zip").write_bytes(pack(entries))

    def lease(rent):
        return ["Bail de location", "Logement : 12 rue des Aulnes, Lisac", f"Loyer mensuel : {rent} euros", "Date d'effet : 1er septembre 2025"]
    (folder / "bail-modifie.pdf").write_bytes(amend(amend(pdf(lease(640), "Agence du Lac"), lease(690)), lease(715)))
    return min(data, key=lambda d: d[2])[0], 640


def agreement(folder):
    """An ODT whose last change is still recorded though it is not shown."""
    ns = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
          'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.2"')
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n'

    def change(ident, kind, who, when, inner=""):
        return (f'<text:changed-region xml:id="{ident}" text:id="{ident}"><text:{kind}><office:change-info><dc:creator>{who}</dc:creator>'
                f"<dc:date>{when}</dc:date></office:change-info>{inner}</text:{kind}></text:changed-region>")
    content = (f"{xml}<office:document-content {ns}><office:body><office:text><text:tracked-changes>"
               + change("ct1", "deletion", "Odile Chamard", "2025-03-11T17:42:00", "<text:p>1 250</text:p>")
               + change("ct2", "insertion", "Odile Chamard", "2025-03-11T17:42:10")
               + change("ct3", "insertion", "Hugo Texier", "2025-03-12T09:05:00")
               + "</text:tracked-changes><text:p>Convention de partenariat</text:p><text:p>Entre la ville de Lisac et la compagnie du Pont, il est convenu ce qui suit.</text:p>"
               '<text:p>Article 1. La subvention est fixée à <text:change text:change-id="ct1"/><text:change-start text:change-id="ct2"/>900<text:change-end text:change-id="ct2"/> euros.</text:p>'
               '<text:p>Article 2. La compagnie donne trois représentations<text:change-start text:change-id="ct3"/>, dont une gratuite<text:change-end text:change-id="ct3"/>.</text:p>'
               "</office:text></office:body></office:document-content>")
    meta = (f"{xml}<office:document-meta {ns}><office:meta><dc:title>Convention</dc:title><meta:initial-creator>Mairie de Lisac</meta:initial-creator>"
            "<meta:creation-date>2025-02-20T10:00:00</meta:creation-date><dc:creator>Hugo Texier</dc:creator><dc:date>2025-03-12T09:06:00</dc:date></office:meta></office:document-meta>")
    settings = (f'{xml}<office:document-settings {ns}><office:settings><config:config-item-set config:name="ooo:configuration-settings">'
                '<config:config-item config:name="ShowRedlineChanges" config:type="boolean">false</config:config-item></config:config-item-set></office:settings></office:document-settings>')
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (f'{xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
                f'<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{kind}"/>'
                + "".join(f'<manifest:file-entry manifest:full-path="{n}" manifest:media-type="text/xml"/>' for n in ("content.xml", "meta.xml", "settings.xml", "styles.xml"))
                + "</manifest:manifest>")
    styles = f"{xml}<office:document-styles {ns}><office:styles/></office:document-styles>"
    with zipfile.ZipFile(folder / "convention.odt", "w") as z:
        for name, data in (("mimetype", kind), ("content.xml", content), ("meta.xml", meta), ("settings.xml", settings), ("styles.xml", styles), ("META-INF/manifest.xml", manifest)):
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            z.writestr(info, data.encode("utf-8"))
    return "1 250", "Odile Chamard"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for make in (association, recipes, weather, interviews, caretaker, letters, nested, checksums, photos, papers, agreement):
        print(make.__name__, make(target))
