#!/usr/bin/env python3
"""Makes the binary files of competence 5.2. Usage: python3 5.2.py <folder of the files>. Always writes the same bytes."""
import hashlib
import io
import random
import sys
import zipfile
from html import escape
from pathlib import Path

OUT = Path(sys.argv[1])
DATE = (2025, 3, 14, 9, 30, 0)


def pack(name, entries, stored_first=False):
    """Writes a ZIP of (path, bytes); the first one uncompressed for OpenDocument."""
    with zipfile.ZipFile(OUT / name, "w") as z:
        for i, (path, data) in enumerate(entries):
            info = zipfile.ZipInfo(path, DATE)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if stored_first and i == 0 else zipfile.ZIP_DEFLATED
            z.writestr(info, data)


def ods(name, sheets):
    """sheets: list of (name, rows); a cell is text, a number or None."""
    body = io.StringIO()
    for title, rows in sheets:
        body.write(f'<table:table table:name="{escape(title)}">')
        for row in rows:
            body.write("<table:table-row>")
            for c in row:
                if c is None:
                    body.write("<table:table-cell/>")
                elif isinstance(c, (int, float)):
                    body.write(f'<table:table-cell office:value-type="float" office:value="{c}"><text:p>{str(c).replace(".", ",")}</text:p></table:table-cell>')
                else:
                    body.write(f'<table:table-cell office:value-type="string"><text:p>{escape(c)}</text:p></table:table-cell>')
            body.write("</table:table-row>")
        body.write("</table:table>")
    ns = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ns} office:version="1.2"><office:body><office:spreadsheet>{body.getvalue()}</office:spreadsheet></office:body></office:document-content>'
    manifest = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
                '<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    pack(name, [("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.encode()),
                ("META-INF/manifest.xml", manifest.encode())], stored_first=True)


def pdf(name, title, texts):
    """texts: list of (x, y, size, bold, string), in points from the lower left corner of an A4 page."""
    def lit(s):
        return s.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    stream = b"".join(b"BT /F%d %d Tf %d %d Td (%s) Tj ET\n" % (2 if b else 1, size, x, y, lit(s)) for x, y, size, b, s in texts)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"endstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title (" + lit(title) + b") >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for i, o in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % i + o + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    (OUT / name).write_bytes(bytes(out))


def noise(seed, size):
    return random.Random(seed).randbytes(size)


# Tablets to compare
columns = [40, 120, 215, 300, 360, 440, 520]
table = [("Modèle", "Mémoire vive", "Stockage", "microSD", "Stylet", "Autonomie", "Prix"),
         ("Argo 10", "4 Go", "64 Go", "oui", "compatible", "12 h", "219 €"), ("Argo 11", "6 Go", "128 Go", "oui", "non", "13 h", "259 €"),
         ("Brume", "8 Go", "128 Go", "non", "compatible", "9 h", "279 €"), ("Cairn", "6 Go", "128 Go", "non", "compatible", "11 h", "329 €"),
         ("Delta Pro", "12 Go", "256 Go", "non", "fourni", "10 h", "499 €"), ("Éclat", "4 Go", "256 Go", "non", "compatible", "8 h", "299 €"),
         ("Galbe", "8 Go", "64 Go", "oui", "compatible", "12 h", "269 €"), ("Houle", "128 Mo", "16 Go", "non", "non", "14 h", "99 €")]
pdf("mat-tablettes.pdf", "Tablettes", [(40, 780, 18, True, "Sept tablettes et une liseuse au banc d'essai")]
    + [(columns[j], 735 - 28 * i, 11, i == 0, c) for i, r in enumerate(table) for j, c in enumerate(r)])

# Welcome sheet of a media library
pdf("res-accueil.pdf", "Bienvenue", [
    (50, 780, 20, True, "Médiathèque de Valmont : bienvenue !"),
    (50, 735, 12, False, "Ouvert du mardi au samedi, de 10 h à 18 h. Prêt : 8 documents pour 21 jours."),
    (50, 695, 14, True, "Se servir des lieux"),
    (50, 670, 12, False, "Photocopieur : tapez le code 5520, puis votre numéro de carte."),
    (50, 650, 12, False, "Salle de travail Alizé : clé à l'accueil, contre la carte de lecteur."),
    (50, 610, 14, True, "Internet sans fil"),
    (50, 585, 12, False, "VALMONT-PRO est réservé au personnel."),
    (50, 565, 12, False, "VALMONT-INVITE est ouvert aux lecteurs et aux visiteurs. Code : Fjord-318-bleu"),
    (50, 545, 12, False, "VALMONT-IMPR relie les imprimantes entre elles."),
    (50, 505, 14, True, "Votre compte de lecteur"),
    (50, 480, 12, False, "Identifiant : numéro de la carte. Premier mot de passe : Lire-2025-vert, à changer."),
])

# Offers for an association
ods("offres-comparatif.ods", [
    ("Tarifs", [["Offre", "Prix affiché (€ par mois)", "Base du prix"], ["Alizé", 4.2, "par utilisateur"], ["Brise", 35, "jusqu'à 5 utilisateurs en tout"],
                ["Foehn", 6, "par utilisateur"], ["Mistral", 45, "utilisateurs illimités"]]),
    ("Conditions", [["Offre", "À savoir"], ["Alizé", "Au moins 10 utilisateurs facturés, quel que soit leur nombre."],
                    ["Brise", "Chaque utilisateur au-delà du cinquième : 5 € par mois en plus."], ["Foehn", "Paiement à l'année : 2 mois offerts sur 12."],
                    ["Mistral", "Remise de 20 % pour les associations sur les mensualités. Mise en service : 90 €, une seule fois, sans remise."]])])

# A download whose checksums must be verified
names = ["partito-3.1.bin", "partito-aide.pak", "partito-exemples.pak", "partito-polices.pak", "partito-sons.pak", "partito-themes.pak"]
kit = [(n, noise(i, 24000 + 3000 * i)) for i, n in enumerate(names)]
sums = []
for n, d in kit:
    h = hashlib.sha256(d).hexdigest()
    if n == "partito-polices.pak":  # only the middle differs: looking at both ends is not enough
        wrong = hashlib.sha256(d + b"?").hexdigest()
        h = h[:6] + wrong[6:58] + h[58:]
    sums.append(f"{h}  {n}\n")
pack("inst-kit.zip", [("kit/SHA256SUMS.txt", "".join(sums).encode())] + [("kit/" + n, d) for n, d in kit])

# Four mirrors of one disk image
good = noise(100, 40000)
real = hashlib.sha256(good).hexdigest()
copies = {"miroir-alpes": noise(101, 40000), "miroir-bretagne": noise(102, 40000), "miroir-corse": good, "miroir-jura": good[:-1] + b"\x00"}
said = {"miroir-alpes": hashlib.sha256(copies["miroir-alpes"]).hexdigest(), "miroir-bretagne": real, "miroir-corse": hashlib.sha256(b"old").hexdigest(),
        "miroir-jura": hashlib.sha256(copies["miroir-jura"]).hexdigest()}
assert [m for m in copies if hashlib.sha256(copies[m]).hexdigest() == real] == ["miroir-corse"]
entries = []
for m, d in copies.items():
    entries += [(f"{m}/atelier-24.img", d), (f"{m}/atelier-24.img.sha256", f"{said[m]}  atelier-24.img\n".encode())]
pack("inst-miroirs.zip", entries)
(OUT / "inst-empreinte-editeur.txt").write_text(f"""Empreinte publiée par l'éditeur sur son propre site, lue en connexion sécurisée

Fichier : atelier-24.img
SHA-256 : {real}
""", encoding="utf-8")
