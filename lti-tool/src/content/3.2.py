#!/usr/bin/env python3
"""Makes the archives (pictures, sounds) and slide shows of competence 3.2. Usage: 3.2.py FOLDER. Same bytes at every run."""
import io
import math
import struct
import sys
import wave
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

STAMP = (2025, 1, 15, 9, 0, 0)


def pack(entries, stored=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data in entries:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            z.writestr(info, data)
    return out.getvalue()


# --- pictures -----------------------------------------------------------------------------------------------------

def png(w, h, sky, ground, mark):
    """A plain landscape with a coloured disc: sky above, ground below."""
    horizon, r = int(h * 0.62), min(w, h) // 6
    cx, cy = w // 2, int(h * 0.45)
    rows = []
    for y in range(h):
        base = bytes(sky if y < horizon else ground)
        half = int(math.sqrt(r * r - (y - cy) ** 2)) if abs(y - cy) <= r else 0
        rows.append(b"\0" + base * (cx - half) + bytes(mark) * (2 * half) + base * (w - cx - half))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b""))


def pictures(folder):
    blue, green = (191, 224, 242), (141, 186, 102)
    lake = [("abri", 640, 480), ("barque", 1024, 480), ("cabane", 600, 900), ("digue", 900, 640), ("etang", 780, 900)]
    birds = [("chouette", 320, 300), ("geai", 256, 256), ("merle", 310, 310), ("pic", 600, 400), ("rouge-gorge", 299, 300)]
    for name, spec in (("def-lac.zip", lake), ("def-oiseaux.zip", birds)):
        (folder / name).write_bytes(pack([(f"{stem}.png", png(w, h, blue, green, (180, 40 + 35 * i, 60)))
                                          for i, (stem, w, h) in enumerate(spec)]))


# --- sounds -------------------------------------------------------------------------------------------------------

def wav(seconds, tone, rate=8000):
    """A soft tone, 8 bits mono; each whole second has the same samples, so that it compresses well."""
    second = bytes(128 + int(40 * math.sin(2 * math.pi * tone * i / rate)) for i in range(rate))
    out = io.BytesIO()
    with wave.open(out, "wb") as w:
        w.setnchannels(1)
        w.setsampwidth(1)
        w.setframerate(rate)
        w.writeframes(second * int(seconds))
    return out.getvalue()


def sounds(folder):
    (folder / "son-emission.zip").write_bytes(pack(
        [("chronique.wav", wav(23, 330)), ("generique.wav", wav(9, 440)), ("interview.wav", wav(41, 250)),
         ("meteo.wav", wav(17, 300)), ("virgule.wav", wav(3, 500))]))
    (folder / "son-audioguide.zip").write_bytes(pack(
        [("arrivee.wav", wav(12, 250)), ("crypte.wav", wav(38, 300)), ("nef.wav", wav(46, 330)),
         ("tour.wav", wav(31, 440)), ("vitraux.wav", wav(52, 500))]))


# --- slide shows --------------------------------------------------------------------------------------------------

NS = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
      'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
      'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
      'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" '
      'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
      'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
      'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
      'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"')
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def odp(path, title, slides):
    """slides: (title, lines, note, hidden)."""
    styles = (HEAD + f'<office:document-styles {NS}><office:styles><style:style style:name="standard" style:family="graphic">'
              '<style:graphic-properties draw:stroke="none" draw:fill="none"/><style:text-properties '
              'fo:font-family="\'Liberation Sans\', Arial, sans-serif" fo:font-size="24pt" fo:language="fr" fo:country="FR"/>'
              '</style:style></office:styles><office:automatic-styles><style:page-layout style:name="pm1">'
              '<style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm" fo:margin-top="0cm" '
              'fo:margin-bottom="0cm" fo:margin-left="0cm" fo:margin-right="0cm"/></style:page-layout>'
              '<style:page-layout style:name="pm2"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/>'
              '</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Base" '
              'style:page-layout-name="pm1"><presentation:notes style:page-layout-name="pm2"><draw:page-thumbnail '
              'presentation:class="page" svg:width="14cm" svg:height="7.9cm" svg:x="3.5cm" svg:y="2cm"/></presentation:notes>'
              '</style:master-page></office:master-styles></office:document-styles>')
    auto = ('<style:style style:name="dp1" style:family="drawing-page"><style:drawing-page-properties '
            'presentation:background-visible="true" presentation:background-objects-visible="true"/></style:style>'
            '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties '
            'presentation:background-visible="true" presentation:background-objects-visible="true" '
            'presentation:visibility="hidden"/></style:style>'
            '<style:style style:name="gr1" style:family="graphic" style:parent-style-name="standard">'
            '<style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>'
            '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-size="40pt" '
            'fo:font-weight="bold" fo:color="#1f3d6b"/></style:style>'
            '<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.3cm"/>'
            '<style:text-properties fo:font-size="26pt"/></style:style>'
            '<style:style style:name="P3" style:family="paragraph"><style:text-properties fo:font-size="14pt"/></style:style>')

    def box(x, y, w, h, paragraphs, style, cls=""):
        return (f'<draw:frame draw:style-name="gr1" {cls} svg:x="{x}cm" svg:y="{y}cm" svg:width="{w}cm" svg:height="{h}cm">'
                '<draw:text-box>' + "".join(f'<text:p text:style-name="{style}">{escape(p)}</text:p>' for p in paragraphs)
                + '</draw:text-box></draw:frame>')
    pages = ""
    for i, (head, lines, note, hidden) in enumerate(slides, 1):
        pages += (f'<draw:page draw:name="page{i}" draw:style-name="{"dp2" if hidden else "dp1"}" draw:master-page-name="Base">'
                  + box(2, 1, 24, 2.6, [head], "P1") + box(2, 4.2, 24, 10, lines, "P2")
                  + '<presentation:notes><draw:page-thumbnail presentation:class="page" draw:page-number="'
                  + f'{i}" svg:width="14cm" svg:height="7.9cm" svg:x="3.5cm" svg:y="2cm"/>'
                  + box(2, 12, 17, 14, [note] if note else [""], "P3", 'presentation:class="notes"')
                  + '</presentation:notes></draw:page>')
    content = (HEAD + f'<office:document-content {NS}><office:automatic-styles>{auto}</office:automatic-styles><office:body>'
               f'<office:presentation>{pages}</office:presentation></office:body></office:document-content>')
    meta = (HEAD + f'<office:document-meta {NS}><office:meta><dc:title>{escape(title)}</dc:title>'
            '<meta:creation-date>2025-03-10T09:00:00</meta:creation-date></office:meta></office:document-meta>')
    kind = "application/vnd.oasis.opendocument.presentation"
    manifest = (HEAD + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
                'manifest:version="1.3">' + "".join(
                    f'<manifest:file-entry manifest:full-path="{a}" manifest:media-type="{b}"/>'
                    for a, b in (("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml")))
                + '</manifest:manifest>')
    path.write_bytes(pack([("mimetype", kind), ("content.xml", content), ("styles.xml", styles), ("meta.xml", meta),
                           ("META-INF/manifest.xml", manifest)], stored=("mimetype",)))


def shows(folder):
    odp(folder / "diapo-abeilles.odp", "Les abeilles du toit", [
        ("Les abeilles du toit", ["Club nature du collège", "Présentation au conseil"], "Remercier madame Perrault pour le prêt de la salle.", False),
        ("Pourquoi des ruches ?", ["Observer", "Récolter", "Protéger"], "Montrer la boîte d'observation, la faire passer dans les rangs.", False),
        ("Notre matériel", ["Trois ruches", "Douze combinaisons", "Un enfumoir"], "", False),
        ("Budget détaillé", ["Ruches : 540 euros", "Combinaisons : 360 euros"], "À sortir seulement si l'on nous questionne sur les prix.", True),
        ("Une année au rucher", ["Printemps : visites", "Été : récolte", "Automne : traitement"], "Insister : la récolte a donné 31 kilos, et non 13 comme l'a écrit le journal.", False),
        ("Sécurité", ["Jamais seul", "Toujours à deux mètres", "Trousse de secours"], "Rappeler qu'un élève sur deux cents est allergique.", False),
        ("Ancienne affiche", ["Portes ouvertes du 3 mai"], "Ne plus montrer : la date est passée.", True),
        ("À vous !", ["Vos questions"], "Distribuer les petits pots.", False)])
    odp(folder / "diapo-quartier.odp", "Le four du quartier", [
        ("Le four du quartier", ["Association Pain partagé"], "Attendre que tout le monde soit assis.", False),
        ("Devis du maçon", ["Sole : 900 euros", "Voûte : 1 300 euros"], "Gardé en réserve pour le trésorier.", True),
        ("Un four, pour qui ?", ["Les familles", "L'école", "La fête de juin"], "Nommer les 18 familles déjà inscrites.", False),
        ("Le chantier", ["Dalle", "Sole en briques", "Voûte"], "Le chantier durera six semaines, de mars à avril.", False),
        ("Variante métal", ["Four d'occasion"], "Idée abandonnée en janvier.", True),
        ("Variante mobile", ["Four sur remorque"], "Idée abandonnée en février.", True),
        ("Le calendrier des cuissons", ["Mercredi : école", "Samedi : familles"], "Rappeler que le bois est offert par la scierie, 4 stères par an.", False),
        ("La première fournée", ["Samedi 7 juin, 10 heures"], "Prévoir 40 pâtons.", False),
        ("Les règles", ["Deux responsables", "Seau d'eau prêt"], "", False),
        ("Merci", ["Rejoignez-nous"], "Faire circuler la feuille d'inscription.", False)])


if __name__ == "__main__":
    target = Path(sys.argv[1])
    pictures(target)
    sounds(target)
    shows(target)
