#!/usr/bin/env python3
"""Makes the binary files of competence 4.1. Usage: python3 4.1.py <folder of the files>. Always writes the same bytes."""
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


# Devices of an association: which ones no longer get fixes on 1 March 2026 and are online
ods("maj-inventaire.ods", [("Appareils", [["Appareil", "Salle", "Achat", "Fin des correctifs", "Relié à Internet"]] + [list(r.split(";")) for r in """
Ordinateur A;Accueil;2019-04-12;2026-12-31;oui
Ordinateur B;Accueil;2016-09-02;2025-10-14;oui
Ordinateur C;Atelier;2016-09-02;2025-10-14;non
Ordinateur D;Bureau;2021-01-20;2029-06-30;oui
Tablette 1;Ludothèque;2023-03-08;2026-02-28;oui
Tablette 2;Ludothèque;2023-03-08;2026-03-31;oui
Tablette 3;Ludothèque;2022-11-15;2027-11-15;non
Téléphone;Bureau;2020-06-17;2024-06-17;oui
Imprimante;Bureau;2018-02-05;2028-02-05;oui
Téléviseur;Grande salle;2017-12-01;2022-12-01;non
Console;Ludothèque;2024-12-10;2025-12-10;oui
Borne Wi-Fi;Grande salle;2015-05-21;2026-05-21;oui
Caméra;Entrée;2022-08-30;2024-08-30;oui
Caisse;Buvette;2014-03-03;2020-01-14;non
""".strip().splitlines()])])

# Security bulletin on an office suite
pdf("maj-bulletin.pdf", "Bulletin de sécurité Calamine", [
    (50, 790, 19, True, "Calamine : bulletin de sécurité 2026-07"),
    (50, 764, 11, False, "Publié le 21 janvier 2026. Gravité : élevée."),
    (50, 728, 14, True, "De quoi s'agit-il ?"),
    (50, 706, 11, False, "Un document piégé peut lancer un programme à l'insu de l'utilisateur."),
    (50, 690, 11, False, "La faille se trouve dans le module Partage : sans ce module, le logiciel n'est pas vulnérable."),
    (50, 654, 14, True, "Versions vulnérables"),
    (50, 632, 11, False, "Branche 6 : aucune version."),
    (50, 616, 11, False, "Branche 7 : de 7.0 à 7.4.11 incluse."),
    (50, 600, 11, False, "Branche 8 : de 8.0 à 8.2.3 incluse."),
    (50, 564, 14, True, "Versions corrigées"),
    (50, 542, 11, False, "Branche 7 : 7.4.12 et suivantes."),
    (50, 526, 11, False, "Branche 8 : 8.2.4 et suivantes."),
    (50, 490, 14, True, "En attendant"),
    (50, 468, 11, False, "Désactiver le module Partage dans Outils, puis Modules."),
])

# Notes on four incidents
pack("virus-fiches.zip", [(f"fiches/{n}.txt", ("\ufeff" + t.strip() + "\n").replace("\n", "\r\n").encode()) for n, t in (
    ("cabinet-comptable", """
Cabinet comptable, lundi matin
Les dossiers des clients portent tous l'extension .ferme et ne s'ouvrent plus.
Dans chaque dossier, un texte indique un montant et un compte à rebours de trois jours.
"""),
    ("auto-ecole", """
Auto-école, mercredi
Un seul poste a ouvert une pièce jointe. Une heure après, les neuf autres postes du réseau
sont atteints, sans que personne n'y ait rien ouvert. Le programme cherche maintenant
des ordinateurs voisins par le réseau de la galerie marchande.
"""),
    ("club-photo", """
Club photo, samedi
Le poste de retouche chauffe et ventile même sans personne devant. Le processeur est occupé
à 97 % par un programme nommé calcul-nuit. Aucun fichier n'a changé, rien n'est demandé.
Le programme échange de petits messages avec un service de monnaie électronique.
"""),
    ("traductrice", """
Traductrice indépendante, jeudi
Rien d'anormal à l'écran. Pourtant, un client a reçu d'un inconnu le texte d'un contrat
qu'elle venait de taper et n'avait ni enregistré ni envoyé.
On trouve sur son ordinateur un fichier caché qui contient toutes ses frappes depuis dix jours.
"""),
)])

# Checks of signatures: the texts that gpg prints (invented keys)
GOOD = "4C1A 90D7 22BE 6F53 08E1  B7A4 5D39 C2F6 8E07 13AB"
LOOK = "4C1A 90D7 22BE 6F53 08E1  B7A4 5D39 C2F6 8E07 13BA"
SUB = "A7F2 0E61 9B3D 54C8 17D0  6E25 F1B4 803A 92CD 4E76"
OTHER = "E083 51FA 7C64 D92B 3A10  48EE 06B7 95D1 2FC3 70A8"


def check(made, signer, key, good, primary, sub=None, trusted=False, extra=""):
    lines = [f"gpg: Signature made {made}", f"gpg:                using RSA key {key}"]
    lines.append(f'gpg: {"Good" if good else "BAD"} signature from "{signer}" [{"full" if trusted else "unknown"}]')
    if extra:
        lines.append(extra)
    if good:
        if not trusted:
            lines += ["gpg: WARNING: This key is not certified with a trusted signature!",
                      "gpg:          There is no indication that the signature belongs to the owner."]
        lines.append(f"Primary key fingerprint: {primary}")
        if sub:
            lines.append(f"     Subkey fingerprint: {sub}")
    return "\n".join(lines) + "\n"


WHO = "Projet Gentiane <cle@gentiane.example>"
pack("signature-gentiane.zip", [(f"verifications/{n}", t.encode()) for n, t in (
    ("empreinte-officielle.txt", "Imprimée dans le guide papier du projet Gentiane, édition 2025\n\n" + GOOD + "\n"),
    ("miroir-A.txt", check("Tue Jan 13 09:12:40 2026 UTC", WHO, LOOK.replace(" ", ""), True, LOOK)),
    ("miroir-B.txt", check("Tue Jan 13 09:12:40 2026 UTC", WHO, GOOD.replace(" ", ""), False, GOOD)),
    ("miroir-C.txt", check("Tue Jan 13 09:12:40 2026 UTC", WHO, GOOD.replace(" ", ""), True, GOOD)),
    ("miroir-D.txt", check("Wed Jan 14 22:03:11 2026 UTC", WHO, OTHER.replace(" ", ""), True, OTHER, trusted=True)),
)])
MAIN = "71D5 3C0E A946 82FB 5E17  0D8C B362 F9A4 4718 6DE0"
NEAR = MAIN[:-4] + "6D0E"
WHO2 = "Équipe Sorbier <publication@sorbier.example>"
pack("signature-sorbier.zip", [(f"verifications/{n}", t.encode()) for n, t in (
    ("empreinte-officielle.txt", "Dictée au téléphone par l'équipe Sorbier (empreinte de la clé principale)\n\n" + MAIN + "\n"),
    ("version-1.txt", check("Mon Feb  2 17:20:05 2026 UTC", WHO2, NEAR.replace(" ", ""), True, OTHER, sub=NEAR)),
    ("version-2.txt", check("Mon Feb  2 17:20:05 2026 UTC", WHO2, SUB.replace(" ", ""), True, MAIN, sub=SUB)),
    ("version-3.txt", check("Mon Feb  2 17:20:05 2026 UTC", WHO2, SUB.replace(" ", ""), False, MAIN, sub=SUB)),
    ("version-4.txt", check("Mon Feb  2 17:20:05 2026 UTC", WHO2, LOOK.replace(" ", ""), True, LOOK, trusted=True)),
)])
