"""Makes the binary files of competence 3.4. Usage: python3 3.4.py <files folder>"""
import pathlib
import sys
import zipfile

OUT = pathlib.Path(sys.argv[1])

NAMES = [
    "eau_01_2025-01.csv", "eau_02_2025-01.csv", "eau_03_2025-01.csv", "eau_04_2024-12.csv", "eau_05_2025-01.txt",
    "eau_06_2025-02.csv", "eau_07_2025-02_bis.csv", "eau_08_2024-11.csv", "eau_09_2025.csv", "eau_10_2025-01.csv",
    "eau_11_2025-02.csv", "eau_1_2025-01.csv", "eau_012_2025-01.csv", "gaz_01_2025-01.csv", "gaz_02_2025-02.csv",
    "eaux_03_2025-01.csv", "eau_0A_2025-03.csv", "eau-04_2025-03.csv", "eau_05_2025-03.csv.zip", "elec_01_2025-01.csv",
    "lisez-moi.txt",
    "anciens/eau_01_2025-00.csv", "anciens/eau_02_2023-05.csv", "anciens/gaz_01_2023-05.csv",
]


def releves():
    with zipfile.ZipFile(OUT / "auto-releves.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for i, name in enumerate(NAMES):
            info = zipfile.ZipInfo("releves/" + name, (2025, 4, 2, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            text = "compteur;relevé\r\n" + "".join(f"{k:02d};{(i * 37 + k * 11) % 90 + 10}\r\n" for k in range(1, 5))
            if name == "lisez-moi.txt":
                text = "Relevés des compteurs de la résidence. Ne pas modifier à la main.\r\n"
            archive.writestr(info, text.encode("utf-8"))


releves()
