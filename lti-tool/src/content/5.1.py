#!/usr/bin/env python3
"""Makes the binary files of competence 5.1. Usage: python3 5.1.py <folder of the files>. Always writes the same bytes."""
import io
import random
import struct
import sys
import zipfile
import zlib
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


def pdf_bytes(title, texts):
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
    return bytes(out)


def noise(seed, size):
    return random.Random(seed).randbytes(size)


def wav(seconds):
    """Silence, 8 bits, 8 kHz, one channel."""
    n = int(8000 * seconds)
    return b"RIFF" + struct.pack("<I", 36 + n) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8) + b"data" + struct.pack("<I", n) + b"\x80" * n


def png(width, height, seed=None):
    """A colour gradient, or with a seed a noisy picture that hardly compresses."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    raw = b"".join(b"\0" + (noise(seed + y, 3 * width) if seed else bytes(v for x in range(width) for v in ((x * 4) % 256, (y * 5) % 256, 90)))
                   for y in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def gif():
    """One white pixel."""
    return bytes.fromhex("474946383961010001008000000000" "00ffffff2c00000000010001000002024401003b")


def odt(text):
    buffer = io.BytesIO()
    ns = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ns} office:version="1.2"><office:body><office:text><text:p>{escape(text)}</text:p></office:text></office:body></office:document-content>'
    manifest = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
                '<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    with zipfile.ZipFile(buffer, "w") as z:
        for i, (path, data) in enumerate([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode()), ("META-INF/manifest.xml", manifest.encode())]):
            info = zipfile.ZipInfo(path, DATE)
            info.create_system = 3
            info.compress_type = zipfile.ZIP_STORED if i == 0 else zipfile.ZIP_DEFLATED
            z.writestr(info, data)
    return buffer.getvalue()


def page(text):
    return pdf_bytes("Document", [(60, 760, 16, False, text)])


# A stick to be tidied: what is biggest once extracted?
pack("len-cle-classe.zip", [
    ("cle/FILM-COMPLET/affiche-film.png", png(200, 100, 1000)),
    ("cle/FILM-COMPLET/generique.wav", wav(40)),
    ("cle/exposes/volcans/carte.png", png(150, 100, 3000)),
    ("cle/exposes/volcans/voix-off.wav", wav(95)),
    ("cle/exposes/loups/loups.odt", odt("Les loups vivent en meute.")),
    ("cle/sortie/photos/tri/a-jeter/essai-micro.wav", wav(410)),
    ("cle/sortie/photos/groupe.png", png(220, 120, 5000)),
    ("cle/sortie/interview-garde.wav", wav(180)),
    ("cle/tres-gros-dossier.txt", "Ce fichier ne contient qu'une ligne.\n".encode())])

# Six documents without an extension
pack("fic-sans-extension.zip", [
    ("recu/piece-1", odt("Convention de stage")), ("recu/piece-2", wav(1)), ("recu/piece-3", "Nom;Ville\nPaul;Dole\n".encode()),
    ("recu/piece-4", page("Attestation d'assurance")), ("recu/piece-5", png(48, 32)),
    ("recu/piece-6", "<!DOCTYPE html>\n<html lang=\"fr\"><title>Plan</title><p>Plan</p></html>\n".encode())])

# Seven files, three with a wrong extension
pack("fic-extensions.zip", [
    ("site/logo.png", png(40, 40)), ("site/plan.gif", png(60, 40)), ("site/musique.mp3", wav(2)), ("site/notice.odt", odt("Notice de montage")),
    ("site/photo.jpg", "<!DOCTYPE html>\n<html lang=\"fr\"><title>Session</title><p>Votre session a expir\u00e9.</p></html>\n".encode()),
    ("site/puce.gif", gif()), ("site/tarifs.pdf", page("Tarifs de la saison"))])

# Where the copies are
rows = [["Données", "Exemplaire", "Support", "Lieu"]]
for data, copies in {
    "Adhérents": [("original", "SSD du poste", "local du club"), ("copie 1", "disque dur externe", "local du club"), ("copie 2", "clé USB", "local du club")],
    "Archives": [("original", "disque dur externe", "local du club"), ("copie 1", "disque dur externe", "local du club"), ("copie 2", "disque dur externe", "domicile de la trésorière")],
    "Comptes": [("original", "SSD du poste", "local du club"), ("copie 1", "disque dur externe", "local du club"), ("copie 2", "stockage en ligne", "centre de données")],
    "Photos": [("original", "disque dur externe", "local du club"), ("copie 1", "stockage en ligne", "centre de données")],
}.items():
    rows += [[data, *c] for c in copies]
ods("sauv-inventaire.ods", [("Inventaire", rows)])

# The page that a printer prints about itself
(OUT / "imp-configuration.pdf").write_bytes(pdf_bytes("Page de configuration", [(50, 780, 18, True, "Mistral 300 : page de configuration")] + [
    (50 if j == 0 else 300, 735 - 26 * i, 12, j == 1, c) for i, r in enumerate([
        ("Nom", "ACCUEIL"), ("Numéro de série", "MS3-40417"), ("Pages imprimées", "18 342"), ("Réseau", "câble, connecté"),
        ("Attribution de l'adresse", "automatique (DHCP)"), ("Adresse IPv4", "192.168.5.77"), ("Masque", "255.255.255.0"), ("Passerelle", "192.168.5.1"),
        ("Serveur DNS", "192.168.5.1"), ("Encre noire", "64 %")]) for j, c in enumerate(r)]))
