"""Writes the spreadsheets beside it: the same table by two programs, and by LibreOffice if it is there.

    pip install openpyxl==3.1.5 xlsxwriter==3.3.1 && python make.py

What tests/web/spreadsheet.test.mjs expects of them is written down here, and not taken from our reader.
"""

import datetime
import pathlib
import shutil
import subprocess

import openpyxl
import xlsxwriter

HERE = pathlib.Path(__file__).parent
STAFF = [
    (1, ["工号", "姓名", "考核单元", "入职"]),
    (2, ["0012", "张三", "信用卡组", datetime.date(2026, 10, 31)]),
    (3, ["3-4", "李四", "信用卡组", datetime.date(1999, 1, 1)]),
    (5, ["1E5", "=1+1", "两行\n单元", None]),
]
PERCENT = {2: 0.85, 3: 0.0725, 4: 1}
NUMBERS = [
    (1, ["工号", "满意度", "完成率", "说明"]),
    (2, ["0012", 8.3, None, True]),
    (3, ["3-4", -0.5, None, "#N/A"]),
    (4, ["1E5", 1234567, None, "“引号”\""]),
]


def by_openpyxl(path):
    book = openpyxl.Workbook()
    staff = book.active
    staff.title = "人员"
    for row, cells in STAFF:
        for column, value in enumerate(cells, 1):
            cell = staff.cell(row, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
            if isinstance(value, datetime.date):
                cell.number_format = "yyyy/m/d"
    numbers = book.create_sheet("指标")
    for row, cells in NUMBERS:
        for column, value in enumerate(cells, 1):
            numbers.cell(row, column, value)
    for row, value in PERCENT.items():
        numbers.cell(row, 3, value).number_format = "0.00%"
    book.create_sheet("空表")
    draft = book.create_sheet("底稿")
    draft["A1"] = "不要读"
    draft.sheet_state = "hidden"
    book.save(path)


def by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    date, percent, bold = book.add_format({"num_format": 14}), book.add_format({"num_format": 9}), book.add_format({"bold": True})
    staff = book.add_worksheet("人员")
    for row, cells in STAFF:
        for column, value in enumerate(cells):
            if value == "信用卡组":
                staff.write_rich_string(row - 1, column, bold, "信用", "卡组")
            elif isinstance(value, str):
                staff.write_string(row - 1, column, value)
            elif value:
                staff.write_datetime(row - 1, column, value, date)
    numbers = book.add_worksheet("指标")
    for row, cells in NUMBERS:
        for column, value in enumerate(cells):
            if value == "#N/A":
                numbers.write_formula(row - 1, column, "=NA()", None, "#N/A")
            elif value is not None:
                numbers.write(row - 1, column, value)
    for row, value in PERCENT.items():
        numbers.write_formula(row - 1, 2, f"={value}", percent, value)
    book.add_worksheet("空表")
    draft = book.add_worksheet("底稿")
    draft.write("A1", "不要读")
    draft.very_hidden()
    book.close()


def by_libreoffice(source, path):
    office = shutil.which("soffice")
    if office is None:
        return
    folder = HERE / "out"
    subprocess.run([office, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, source], check=True)
    (folder / source.name).rename(path)
    folder.rmdir()


by_openpyxl(HERE / "staff-openpyxl.xlsx")
by_xlsxwriter(HERE / "staff-xlsxwriter.xlsx")
by_libreoffice(HERE / "staff-xlsxwriter.xlsx", HERE / "staff-libreoffice.xlsx")
