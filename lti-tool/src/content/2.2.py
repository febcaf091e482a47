#!/usr/bin/env python3
"""Makes the binary files of competence 2.2: python3 make/2.2.py <folder>. Standard library only, same bytes every time."""
import pathlib
import random
import struct
import sys
import zipfile
import zlib
from xml.sax.saxutils import escape

DATE = (2025, 6, 2, 8, 0, 0)


def zip_entry(archive, name, data, method=zipfile.ZIP_DEFLATED):
    info = zipfile.ZipInfo(name, DATE)
    info.compress_type = method
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


NAMES = (' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
         ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
         ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
         ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
         ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
         ' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"'
         ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"')


def document(path, kind, parts):
    """Writes an OpenDocument file; parts maps names such as content.xml to what their root element holds."""
    kind = "application/vnd.oasis.opendocument." + kind
    manifest = ('<?xml version="1.0" encoding="UTF-8"?>'
                '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
                f' manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
                + "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
                          for name in parts) + "</manifest:manifest>")
    with zipfile.ZipFile(path, "w") as archive:
        zip_entry(archive, "mimetype", kind, zipfile.ZIP_STORED)
        for name, body in parts.items():
            root = "office:document-" + name.removesuffix(".xml")
            zip_entry(archive, name, f'<?xml version="1.0" encoding="UTF-8"?><{root}{NAMES}>{body}</{root}>')
        zip_entry(archive, "META-INF/manifest.xml", manifest)


def ods(path, sheets):
    """Writes a spreadsheet; a sheet is (name, rows, visible, hidden columns), numbers stay numbers."""
    def cell(value):
        if isinstance(value, (int, float)):
            return (f'<table:table-cell office:value-type="float" office:value="{value}">'
                    f'<text:p>{str(value).replace(".", ",")}</text:p></table:table-cell>')
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    tables = ""
    for name, rows, visible, hidden in sheets:
        columns = "".join('<table:table-column table:style-name="co"'
                          + (' table:visibility="collapse"' if i in hidden else "") + "/>"
                          for i in range(max(map(len, rows))))
        tables += (f'<table:table table:name="{escape(name)}" table:style-name="{"ta" if visible else "th"}">{columns}'
                   + "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
                   + "</table:table>")
    styles = ('<office:automatic-styles><style:style style:name="co" style:family="table-column">'
              '<style:table-column-properties style:column-width="4.6cm"/></style:style>'
              '<style:style style:name="ta" style:family="table"><style:table-properties table:display="true"/>'
              '</style:style><style:style style:name="th" style:family="table">'
              '<style:table-properties table:display="false"/></style:style></office:automatic-styles>')
    document(path, "spreadsheet", {
        "content.xml": f"{styles}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"})


def pdf(path, title, lines, bars):
    """Writes a PDF of one page: lines of (text, bold), then black bars (x, y, width, height) drawn over them."""
    def text(value):
        return value.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    stream = b"BT 16 TL 56 780 Td\n"
    for value, bold in lines:
        stream += (b"/F2 12 Tf (" if bold else b"/F1 11 Tf (") + text(value) + b") Tj T*\n"
    stream += b"ET\n0 g\n"
    stream += b"".join(b"%d %d %d %d re f\n" % bar for bar in bars)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        font % b"Helvetica", font % b"Helvetica-Bold",
        b"<< /Title (" + text(title) + b") >>"]
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    path.write_bytes(out)


def png(width, height, colour):
    """A plain picture of one colour."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = (b"\0" + bytes(colour) * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def page(title, body):
    return ('<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n{body.strip()}\n</body>\n</html>\n")


def site(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files:
            zip_entry(archive, name, data)


def main(folder):
    site(folder / "site-club.zip", [
        ("site-club/index.html", page("Club de voile de l'anse", """
<p>Bienvenue ! Voici notre équipe.</p>
<p><img src="images/Equipe.png" alt="Les moniteurs du club" width="320" height="180"></p>
<p><a href="horaires.html">Horaires des cours</a></p>
<p><a href="C:/Users/Ana/Documents/site-club/docs/plan.html">Plan pour venir</a></p>""")),
        ("site-club/horaires.html", page("Horaires", """
<p>Débutants : samedi, 9 h 30. Confirmés : samedi, 14 h.</p>
<p><img src="images/ancre.png" alt="Une ancre" width="64" height="64"></p>
<p><a href="index.html">Accueil</a></p>""")),
        ("site-club/docs/plan.html", page("Plan", "<p>Depuis la gare, suivre le quai jusqu'à la cale.</p>")),
        ("site-club/images/equipe.png", png(320, 180, (70, 120, 170))),
        ("site-club/images/ancre.png", png(64, 64, (30, 60, 90)))])
    site(folder / "site-potager.zip", [
        ("potager/index.html", page("Le potager de Basma", """
<p><img src="images/potager.png" alt="Vue du potager" width="320" height="180"></p>
<p><a href="articles/mai.html">Mai : les semis</a></p>
<p><a href="articles/juin.html">Juin : les cerises</a></p>""")),
        ("potager/articles/mai.html", page("Mai : les semis", """
<p><img src="../images/semis.png" alt="Des semis" width="320" height="180"></p>
<p><a href="../index.html">Accueil</a></p>""")),
        ("potager/articles/juin.html", page("Juin : les cerises", """
<p>Première récolte !</p>
<p><img src="images/cerises.png" alt="Un panier de cerises" width="320" height="180"></p>
<p><a href="../mai.html">Article précédent</a></p>
<p><a href="../index.html">Accueil</a></p>""")),
        ("potager/images/potager.png", png(320, 180, (90, 140, 80))),
        ("potager/images/semis.png", png(320, 180, (120, 160, 90))),
        ("potager/images/cerises.png", png(320, 180, (170, 40, 60)))])

    pick = random.Random(2203)
    files = ["affiche", "billetterie", "programme", "devis", "contrat", "photos", "budget", "planning", "invitations"]
    own = ["lea@cinema-lux.example", "omar@cinema-lux.example", "nina@cinema-lux.example"]
    out = ["contact@imprimeur-rey.example", "agence@pixel-bleu.example", "mairie@belmont.example", "zoe@poste.example"]
    rows = [["fichier", "partagé avec", "droit", "dernière ouverture par cette personne"]]
    for i in range(30):
        who, right = (pick.choice(own), pick.choice(["lecture", "modification"])) if i % 3 else (
            pick.choice(out), "lecture")
        rows.append([f"{pick.choice(files)}-{i + 1:02d}.ods", who, right,
                     f"{pick.choice([2023, 2024, 2025])}-{pick.randint(1, 4):02d}-{pick.randint(1, 28):02d}"])
    extra = [["contrat-salle.odt", "contact@imprimeur-rey.example", "modification", "2024-03-11"],
             ["programme-ete.ods", "agence@pixel-bleu.example", "modification", "2023-09-30"],
             ["budget-travaux.ods", "omar@cinema-luxe.example", "modification", "2024-12-31"],
             ["planning-2022.ods", "zoe@poste.example", "modification", "2023-01-15"],
             ["affiche-noel.odt", "agence@pixel-bleu.example", "modification", "2025-01-02"],
             ["invitations-gala.odt", "mairie@belmont.example", "modification", "2025-03-20"],
             ["billetterie-2023.ods", "lea@cinema-lux.example", "modification", "2023-06-18"],
             ["devis-ecran.ods", "contact@imprimeur-rey.example", "commentaire", "2023-11-05"]]
    table = rows[1:] + extra
    pick.shuffle(table)
    ods(folder / "partage-inventaire.ods", [("Partages", rows[:1] + table, True, ())])

    ods(folder / "doc-festival.ods", [
        ("Programme", [["Heure", "Spectacle", "Artiste"], ["14 h", "Contes du nord", "Ingrid Solberg"],
                       ["16 h", "Marionnettes", "Tiago Reis"], ["18 h", "Harpe", "Aziliz Morvan"]], True, ()),
        ("Budget interne", [["Artiste", "Cachet (euros)", "Trajet (euros)"], ["Tiago Reis", 380, 64],
                            ["Ingrid Solberg", 430, 210], ["Aziliz Morvan", 340, 35]], False, ()),
        ("Accès", [["Lieu", "Ligne de car"], ["Salle des fêtes", "12"]], True, ())])
    ods(folder / "doc-inscrits.ods", [("Inscrits", [
        ["Prénom", "Groupe", "Téléphone des parents", "Santé", "Heure"],
        ["Anselme", "Rouge", "06 39 98 10 21", "rien à signaler", "9 h"],
        ["Noélie", "Bleu", "06 39 98 10 37", "asthme", "10 h"],
        ["Noé", "Bleu", "06 39 98 10 52", "pollen", "10 h"],
        ["Tidiane", "Rouge", "06 39 98 10 68", "lunettes", "9 h"],
        ["Lucile", "Vert", "06 39 98 10 90", "rien à signaler", "11 h"]], True, (2, 3))])
    changes = ('<text:tracked-changes><text:changed-region xml:id="ct1" text:id="ct1"><text:deletion>'
               "<office:change-info><dc:creator>Gwenaëlle Pron</dc:creator><dc:date>2025-02-11T18:04:00</dc:date>"
               "</office:change-info><text:p>Le prêt de la banque s'élève à 7 200 euros, à ne pas diffuser. </text:p>"
               "</text:deletion></text:changed-region></text:tracked-changes>")
    document(folder / "doc-compte-rendu.odt", "text", {
        "content.xml": "<office:body><office:text>" + changes
                       + '<text:h text:outline-level="1">Compte rendu du 11 février</text:h>'
                       "<text:p>Présents : onze membres du bureau.</text:p>"
                       "<text:p>Les travaux de la salle commenceront en avril. "
                       '<text:change text:change-id="ct1"/>Ils coûteront 9 500 euros, dont 2 300 euros versés par la '
                       "commune.</text:p><text:p>Prochaine réunion : 18 mars.</text:p></office:text></office:body>",
        "settings.xml": '<office:settings><config:config-item-set config:name="ooo:view-settings">'
                        '<config:config-item config:name="ShowRedlineChanges" config:type="boolean">false'
                        "</config:config-item></config:config-item-set></office:settings>",
        "meta.xml": "<office:meta><meta:initial-creator>Gwenaëlle Pron</meta:initial-creator>"
                    "<meta:creation-date>2025-02-11T17:20:00</meta:creation-date></office:meta>"})
    lines = [("Commune de Belmont : avis sur le chemin du Moulin", True), ("", False),
             ("Une habitante a signalé l'effondrement du muret le 3 mars.", False),
             ("Le service de la voirie s'est rendu sur place le 5 mars.", False),
             ("Le terrain appartient à M. Anselme Tourneur.", False),
             ("Les travaux sont estimés à 4 850 euros.", False), ("", False),
             ("Fait à Belmont, le 14 mars 2025.", False), ("Séverine Roussel, secrétaire", False)]
    # the black bar stands on the fifth line, whose text keeps being there underneath
    pdf(folder / "doc-avis.pdf", "Avis sur le chemin du Moulin", lines, [(166, 713, 140, 14)])
    ods(folder / "audience-videos.ods", [("Vidéos", [
        ["Vidéo", "Lectures", "Lectures complètes", "J'aime"],
        ["Réparer une crevaison", 3520, 704, 188], ["Régler ses freins", 1280, 410, 61],
        ["Tour de la presqu'île", 8900, 1246, 702], ["Huiler la chaîne", 640, 301, 22],
        ["Choisir un casque", 2150, 795, 97], ["Une journée de pluie", 5400, 918, 433],
        ["Changer un rayon", 410, 176, 15]], True, ())])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
