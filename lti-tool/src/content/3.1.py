"""Makes the ODT files of competence 3.1. Usage: python3 3.1.py <files folder>"""
import pathlib
import struct
import sys
import zipfile
import zlib
from xml.sax.saxutils import escape

OUT = pathlib.Path(sys.argv[1])
NS = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
      'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
      'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
      'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
      'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
      'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
      'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" '
      'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"')
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
FONT = "fo:font-family=\"'Liberation Sans', Arial, sans-serif\""


def heading_style(level, size, colour="#1f3d6b"):
    return (f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
            f'style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:default-outline-level="{level}" '
            f'style:class="text"><style:paragraph-properties fo:margin-top="0.45cm" fo:margin-bottom="0.2cm" '
            f'fo:keep-with-next="always"/><style:text-properties fo:font-size="{size}pt" fo:font-weight="bold" '
            f'fo:color="{colour}"/></style:style>')


STYLES = (HEAD + f'<office:document-styles {NS}><office:styles>'
          '<style:default-style style:family="paragraph"><style:text-properties '
          f'{FONT} fo:font-size="12pt" fo:language="fr" fo:country="FR"/></style:default-style>'
          '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
          '<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" '
          'style:parent-style-name="Standard" style:class="text"><style:paragraph-properties '
          'fo:margin-top="0cm" fo:margin-bottom="0.25cm" fo:line-height="115%"/></style:style>'
          + heading_style(1, 16) + heading_style(2, 14) + heading_style(3, 12.5) +
          '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" '
          'style:class="chapter"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.5cm"/>'
          '<style:text-properties fo:font-size="22pt" fo:font-weight="bold"/></style:style>'
          '<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard" '
          'style:class="extra"><style:paragraph-properties fo:margin-bottom="0.4cm"/>'
          '<style:text-properties fo:font-size="10.5pt" fo:font-style="italic"/></style:style>'
          '<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard" '
          'style:class="extra"><style:text-properties fo:font-size="10pt"/></style:style>'
          '<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" '
          'text:footnotes-position="page" text:start-numbering-at="document"/>'
          '</office:styles><office:automatic-styles><style:page-layout style:name="pm1">'
          '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" '
          'fo:margin-bottom="2cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/></style:page-layout>'
          '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
          'style:page-layout-name="pm1"/></office:master-styles></office:document-styles>')
AUTO = ('<style:style style:name="FauxTitre" style:family="paragraph" style:parent-style-name="Text_20_body">'
        '<style:paragraph-properties fo:margin-top="0.45cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/>'
        '<style:text-properties fo:font-size="16pt" fo:font-weight="bold" fo:color="#1f3d6b"/></style:style>'
        '<style:style style:name="FauxCorps" style:family="paragraph" style:parent-style-name="Heading_20_2">'
        '<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.25cm" fo:line-height="115%" '
        'fo:keep-with-next="auto"/><style:text-properties fo:font-size="12pt" fo:font-weight="normal" '
        'fo:color="#000000"/></style:style>'
        '<style:style style:name="Tab" style:family="table"><style:table-properties style:width="12cm" '
        'table:align="left"/></style:style>'
        '<style:style style:name="Cel" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid '
        '#444444" fo:padding="0.1cm"/></style:style>'
        '<style:style style:name="Img" style:family="graphic"><style:graphic-properties style:wrap="none" '
        'style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>')


def h(level, text, style=None):
    return f'<text:h text:style-name="{style or f"Heading_20_{level}"}" text:outline-level="{level}">{escape(text)}</text:h>'


def p(text, style="Text_20_body"):
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def raw(xml, style="Text_20_body"):
    return f'<text:p text:style-name="{style}">{xml}</text:p>'


def note(number, text):
    return (f'<text:note text:id="ftn{number}" text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
            f'<text:note-body><text:p text:style-name="Footnote">{escape(text)}</text:p></text:note-body></text:note>')


def table(name, rows):
    cells = "".join('<table:table-row>' + "".join(
        f'<table:table-cell table:style-name="Cel" office:value-type="string"><text:p text:style-name="Standard">{escape(c)}'
        '</text:p></table:table-cell>' for c in row) + '</table:table-row>' for row in rows)
    return (f'<table:table table:name="{name}" table:style-name="Tab"><table:table-column '
            f'table:number-columns-repeated="{len(rows[0])}"/>{cells}</table:table>')


def picture(name, alt, w=7, hgt=3.5):
    return raw(f'<draw:frame draw:style-name="Img" draw:name="{name}" text:anchor-type="as-char" svg:width="{w}cm" '
               f'svg:height="{hgt}cm"><draw:image xlink:href="Pictures/{name}.png" xlink:type="simple" xlink:show="embed" '
               f'xlink:actuate="onLoad"/><svg:desc>{escape(alt)}</svg:desc></draw:frame>', "Standard")


def png(paint, w=140, hgt=70):
    data = b"".join(b"\0" + bytes(v for x in range(w) for v in paint(x, y)) for y in range(hgt))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, hgt, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b""))


def odt(name, title, body, pictures=None):
    pictures = pictures or {}
    content = (HEAD + f'<office:document-content {NS}><office:automatic-styles>{AUTO}</office:automatic-styles>'
               f'<office:body><office:text>{p(title, "Title")}{"".join(body)}</office:text></office:body>'
               '</office:document-content>')
    meta = (HEAD + f'<office:document-meta {NS}><office:meta><dc:title>{escape(title)}</dc:title>'
            '<meta:creation-date>2025-03-10T09:00:00</meta:creation-date></office:meta></office:document-meta>')
    kinds = [("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"), ("styles.xml", "text/xml"),
             ("meta.xml", "text/xml")] + [(f"Pictures/{n}.png", "image/png") for n in pictures]
    manifest = (HEAD + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
                'manifest:version="1.3">' + "".join(
                    f'<manifest:file-entry manifest:full-path="{a}" manifest:media-type="{b}"/>' for a, b in kinds)
                + '</manifest:manifest>')
    with zipfile.ZipFile(OUT / name, "w") as archive:
        def put(path, data, how=zipfile.ZIP_DEFLATED):
            info = zipfile.ZipInfo(path, (2025, 3, 10, 9, 0, 0))
            info.compress_type = how
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
        put("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        put("content.xml", content)
        put("styles.xml", STYLES)
        put("meta.xml", meta)
        for n, data in pictures.items():
            put(f"Pictures/{n}.png", data)
        put("META-INF/manifest.xml", manifest)


odt("styl-gite.odt", "Guide du gîte des Aulnes", [
    h(1, "Arriver au gîte"),
    h(2, "En train"), p("La gare est à douze minutes à pied. Suivez le chemin du moulin, puis la haie de noisetiers."),
    h(2, "En voiture"), p("Garez-vous devant la grange. La cour est réservée aux vélos et aux secours."),
    h(1, "Séjourner"),
    h(2, "Les chambres"), p("Quatre chambres de deux lits, draps fournis. Le chauffage se règle dans le couloir."),
    h(3, "La cuisine"), p("Vaisselle pour dix personnes, four, deux réfrigérateurs. Le compost est derrière la porte."),
    h(2, "Le jardin"), p("Table de pique-nique, balançoire et pommiers. Les fruits tombés sont à vous."),
    h(1, "Repartir"),
    h(2, "Le ménage"), p("Comptez une heure à quatre."),
    h(3, "La salle d'eau"), p("Raclette et produits sous le lavabo."),
    h(3, "Le poêle"), p("Videz les cendres froides dans le seau en métal."),
    h(2, "Les clés"), p("Glissez-les dans la boîte à code, à gauche de l'entrée."),
])

odt("styl-reglement.odt", "Règlement du club d'aviron", [
    h(1, "L'inscription"), p("Elle est ouverte toute l'année. Un certificat de natation est demandé."),
    h(1, "Les horaires"), p("Le hangar ouvre trente minutes avant chaque séance et ferme trente minutes après."),
    h(1, "Le matériel"), p("Chaque équipage rince son bateau, range ses rames et note la sortie dans le cahier."),
    p("Les absences", "FauxTitre"), p("Prévenez votre équipage la veille. Un bateau à quatre ne sort pas à trois."),
    h(1, "La sécurité"), p("Le gilet est obligatoire pour les mineurs. Aucune sortie au-delà du second pont."),
    h(1, "Les compétitions"), p("Les engagements se décident en réunion, au plus tard dix jours avant."),
    h(1, "Les invités"), p("Un invité peut essayer deux fois, accompagné d'un membre majeur."),
])

odt("styl-journal.odt", "Journal du jardin partagé", [
    h(1, "Ce printemps"),
    h(2, "Les semis"), p("Quarante godets de tomates sont prêts. Les courges attendront la mi-mai."),
    p("La serre a été repeinte par l'équipe du jeudi."),
    h(2, "L'arrosage"), p("La cuve est pleine aux deux tiers."),
    h(2, "Le portillon du nord reste fermé jusqu'à la fin des travaux.", "FauxCorps"),
    p("Merci de passer par la rue des Vignes."),
    h(1, "À venir"),
    h(2, "La fête des plants"), p("Elle aura lieu devant la mairie, avec l'école voisine."),
    p("Chaque jardinier apporte trois plants à échanger."),
    h(2, "L'assemblée"), p("On y parlera de la haie, du composteur et des nouvelles parcelles."),
])


def bands(a, b):
    return lambda x, y: a if (x // 14 + y // 14) % 2 else b


def bars(values, colour):
    return lambda x, y: colour if y > 70 - values[min(x // 20, 6)] and x % 20 > 4 else (245, 246, 248)


odt("tabl-figures.odt", "L'eau au lycée : rapport des éco-délégués", [
    h(1, "Ce que nous avons mesuré"),
    p("Nous avons relevé les compteurs pendant sept semaines. La figure 1 montre la consommation du bâtiment A et la figure 2 celle du bâtiment B."),
    picture("im1", "Diagramme en barres, sept semaines"), p("Figure 1 : Consommation du bâtiment A", "Caption"),
    picture("im2", "Diagramme en barres, sept semaines"), p("Figure 2 : Consommation du bâtiment B", "Caption"),
    h(1, "D'où viennent les fuites"),
    p("Le plan de la figure 3 situe les robinets défectueux. Le carrelage de la figure 4 a été abîmé par l'humidité."),
    picture("im3", "Plan schématique"), p("Figure 3 : Plan des robinets", "Caption"),
    picture("im4", "Carrelage à damier"), p("Figure 3 : Carrelage du vestiaire", "Caption"),
    h(1, "Après les réparations"),
    p("La consommation a baissé d'un tiers, comme on le voit sur la figure 5. Le budget économisé est détaillé à la figure 7."),
    picture("im5", "Diagramme en barres, sept semaines"), p("Figure 5 : Consommation après réparation", "Caption"),
    picture("im6", "Diagramme en barres, sept semaines"), p("Figure 6 : Économies par mois", "Caption"),
], {
    "im1": png(bars((40, 52, 47, 55, 60, 49, 58), (31, 95, 168))),
    "im2": png(bars((30, 28, 36, 33, 41, 38, 35), (30, 110, 60))),
    "im3": png(bands((220, 226, 235), (200, 210, 224))),
    "im4": png(bands((250, 250, 250), (120, 90, 70))),
    "im5": png(bars((38, 35, 33, 30, 31, 28, 27), (31, 95, 168))),
    "im6": png(bars((10, 14, 19, 22, 25, 27, 30), (150, 80, 20))),
})

odt("tabl-tableaux.odt", "Séjour à la montagne : dossier des familles", [
    h(1, "Les groupes"),
    p("Les élèves partent en trois groupes, présentés dans le tableau 1. Le tableau 3 indique ce que paie chaque famille."),
    p("Tableau 1 : Groupes et responsables", "Caption"),
    table("T1", [["Groupe", "Responsable"], ["Marmottes", "M. Costa"], ["Chamois", "Mme Rey"], ["Gypaètes", "Mme Dia"]]),
    h(1, "Le trajet"),
    p("Les horaires du car figurent dans le tableau 2."),
    p("Tableau 2 : Horaires du car", "Caption"),
    table("T2", [["Étape", "Heure"], ["Départ du collège", "7 h 15"], ["Pause", "10 h 00"], ["Arrivée au chalet", "12 h 30"]]),
    h(1, "L'équipement"),
    p("La liste du tableau 3 est à cocher avant le départ."),
    p("Tableau 3 : Équipement à prévoir", "Caption"),
    table("T3", [["Objet", "Nombre"], ["Gourde", "1"], ["Paires de chaussettes", "5"], ["Veste de pluie", "1"]]),
    h(1, "Le budget"),
    p("Une aide est possible pour toutes les familles, sur simple demande."),
    p("Tableau 4 : Participation des familles", "Caption"),
    table("T4", [["Quotient", "Montant"], ["A", "60 €"], ["B", "95 €"], ["C", "140 €"]]),
    h(1, "Les repas"),
    p("Le tableau 5 donne les menus ; le tableau 6, les régimes particuliers."),
    p("Tableau 5 : Menus", "Caption"),
    table("T5", [["Jour", "Dîner"], ["Lundi", "Soupe et gratin"], ["Mardi", "Pâtes"], ["Mercredi", "Tartiflette"]]),
    p("Tableau 5 : Régimes particuliers", "Caption"),
    table("T6", [["Régime", "Élèves"], ["Sans gluten", "2"], ["Végétarien", "7"]]),
])

odt("cher-programme.odt", "Programme de la maison des sports", [
    h(1, "Adultes"),
    p("Le cours de yoga du mardi change de salle. Les cours du soir reprennent en septembre ; au cours du premier mois, l'essai est gratuit."),
    p("Cours de gymnastique : apportez un tapis. Un parcours de santé est ouvert dans le parc."),
    h(1, "Jeunes"),
    p("Le concours de danse aura lieu en mai. Pour le préparer, deux cours sont ajoutés. En cas de chute, le poste de secours est près du bar."),
    p("Les inscriptions en cours d'année sont possibles. Le discours d'accueil est prévu le 6."),
    h(1, "Encadrement"),
    p("Chaque animateur prépare ses cours. Le recours à un remplaçant se demande au secrétariat, avant le cours concerné."),
])

odt("long-notes.odt", "Le canal de Vaugrain", [
    raw("Le canal fut creusé en neuf ans" + note(1, "Registre des travaux, mairie de Vaugrain.")
        + " par des équipes venues de toute la région."),
    raw("Les premières péniches transportaient du sable" + note(2, "Journal de l'éclusier Bodin.")
        + " et des tuiles" + note(3, "Carnet de la tuilerie Massol.") + "."),
    raw("La gare, ouverte plus tard, prit une partie du trafic" + note(4, "Bulletin de la compagnie des chemins de fer.") + "."),
    raw("Aujourd'hui, on y pêche et on y court" + note(5, "Enquête du club de randonnée.")
        + ", et une association restaure les écluses" + note(6, "Entretien avec Salomé Guérin.") + "."),
    raw("Un musée doit ouvrir dans l'ancienne tuilerie" + note(7, "Délibération du conseil municipal.") + "."),
])
