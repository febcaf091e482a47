#!/usr/bin/env python3
"""Makes the binary files of competence 4.3. Usage: python3 4.3.py <folder of the files>. Always writes the same bytes."""
import io
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


# Reference values for a workstation
pdf("posture-reperes.pdf", "Repères pour un poste de travail", [
    (50, 790, 19, True, "Bien s'installer devant un écran : repères"),
    (50, 764, 11, False, "Fiche du service de prévention. Tous les repères sont à respecter en même temps."),
    (50, 726, 13, True, "Distance entre l'œil et l'écran"),
    (50, 706, 11, False, "De 50 à 70 cm."),
    (50, 676, 13, True, "Haut de l'écran"),
    (50, 656, 11, False, "À la hauteur des yeux, ou jusqu'à 10 cm au-dessous."),
    (50, 626, 13, True, "Coude"),
    (50, 606, 11, False, "Angle de 90 à 110 degrés, avant-bras posé."),
    (50, 576, 13, True, "Pieds"),
    (50, 556, 11, False, "À plat sur le sol ou sur un repose-pieds."),
    (50, 526, 13, True, "Fenêtre"),
    (50, 506, 11, False, "Sur le côté, ni en face, ni dans le dos."),
])

# Screen sessions of a week
ods("temps-sessions.ods", [("Semaine", [["Jour", "Début", "Application", "Durée (min)"]] + [[a, b, c, int(d)] for a, b, c, d in (r.split(";") for r in """
lundi;07:40;Actualités;10
lundi;18:15;Messages;25
lundi;21:10;Feuilletons;45
mardi;12:30;Messages;15
mardi;20:50;Feuilletons;50
mardi;22:05;Échecs;20
mercredi;13:00;Cuisine;30
mercredi;17:20;Échecs;40
mercredi;21:00;Messages;20
jeudi;07:35;Actualités;15
jeudi;19:45;Feuilletons;55
jeudi;21:45;Échecs;35
vendredi;18:30;Messages;20
vendredi;21:30;Feuilletons;30
vendredi;22:10;Échecs;25
samedi;10:00;Cuisine;35
samedi;16:00;Feuilletons;90
samedi;22:30;Messages;15
dimanche;11:15;Messages;30
dimanche;20:30;Feuilletons;60
dimanche;21:40;Échecs;30
""".strip().splitlines())])])

# Power of the devices of a media library
ods("energie-mediatheque.ods", [("Appareils", [["Appareil", "Nombre", "Puissance d'un appareil (W)", "Heures par jour", "Jours par an"],
    ["Ordinateur public", 10, 40, 7, 250], ["Écran d'ordinateur", 10, 20, 7, 250], ["Borne Wi-Fi", 5, 12, 24, 365],
    ["Photocopieur en veille", 1, 30, 24, 365], ["Vidéoprojecteur", 1, 250, 2, 60], ["Automate de prêt", 3, 50, 7, 250]])])

# Meter readings of a school
ods("energie-index.ods", [("Relevés", [["Appareil", "18 h", "22 h", "2 h", "6 h", "8 h"],
    ["Tableau numérique", 41200, 41500, 41580, 41660, 41900], ["Photocopieur", 15210, 15690, 16330, 16970, 17210],
    ["Distributeur de boissons", 70100, 70700, 71240, 71780, 72060], ["Chariot de tablettes", 9300, 10900, 11300, 11340, 11340],
    ["Écran d'accueil", 33000, 33480, 33500, 33500, 33600]]),
    ("À savoir", [["Chaque nombre est l'index du compteur, en wattheures (Wh), relevé à l'heure dite, la nuit du 3 au 4 mars."]])])

# Yearly energy of a data centre
ods("energie-lanterne.ods", [("Année", [["Compteur", "Énergie (kWh)"], ["Arrivée du distributeur, tout le site", 3080000],
    ["Recharge des voitures du personnel, prise sur l'arrivée", 80000],
    ["Éolienne du site, consommée par le centre, non comprise dans l'arrivée", 120000],
    ["Sortie des onduleurs", 2650000], ["Équipements informatiques, salle A (entrée)", 1150000], ["Équipements informatiques, salle B (entrée)", 850000],
    ["Équipements informatiques, salle C (entrée)", 400000], ["Groupes froids et ventilation", 560000], ["Chaleur livrée à des serres", 360000]])])
