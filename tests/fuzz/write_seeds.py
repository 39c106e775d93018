#!/usr/bin/env python3
"""Writes the seeds of the fuzzers that have many branches: write_seeds.py [FOLDER]. Same seeds on every machine.

What fuzzing found beside them stays in the folders under other names; everything here is synthetic."""
import io
import pathlib
import struct
import sys
import zipfile

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / 'corpus')

CAPTION = '填报单位：红山区    旬别：2022年12月上旬    单位：亿元'
WIDE = '序号\t项目名称\t项目代码\t所属地区\t行业主管部门\t建设单位\t统一社会信用代码\t总投资（亿元）\t2023年计划投资（万元）\t立项方式\t计划开工时间\t立项\t用地预审\t环评\t备注'

SHEETS = {
    'wide': f'n\n%任务表\n{CAPTION}\n{WIDE}\n'
            '1\t桥头镇污水处理厂\t2211-150402-04-01-123456\t红山区\t市发改委\t某公司\t91150402MA0N0NAE6B\t3.5\t35000\t备案\t2023.4\t办结 2022.12.05\t不涉及\t计划 2023.1.20\t无\n'
            '2\t松山热电联产\t#2211\t红山区\t不认识局\t\t123\t#3\t约3亿5000万\t核准\t@44895\t已上报自治区 2022.12.1\t正在组卷，计划2023.1.31\t申报2022.11.25 受理2022.12.1\t\n'
            '合计\t\t\t\t\t\t\t#6.5\n示例\t例：某项目\n',
    'merged': 'n\n%表\n任务表\t<\t<\t<\n填报单位\t红山区\t旬别\t2022年12月中旬\n序号\t项目名称\t立项\t<\t用地预审\t<\n^\t^\t状态\t办结时间\t审批层级\t状态\n'
              '1\t一期工程\t办结\t@44900\t市级\t未启动\n^\t^\t\t\t\t\n2\t二期工程\t~P\t2022.12.03\t旗县级\t已受理在办\n3\t=\t!#REF!\t?1\t=\t#45000\n',
    'two_sheets': f'n\n%任务表\n{CAPTION}\n序号\t项目名称\t所属地区\t立项\t环评\n1\t桥头镇污水处理厂\t红山区\t办结 2022.11.01\t未启动\n2\t松山热电联产\t红山区\t\t\n'
                  f'%手续明细\n{CAPTION}\n序号\t项目名称\t审批事项\t子项\t是否涉及\t不涉及理由\t审批层级\t审批机关\t责任人\t联系电话\t状态\t计划办结时间\t申报时间\t受理时间\t上报时间\t办结时间\t批复文号\t文件类型\t备注\n'
                  '1\t桥头镇污水处理厂\t环评\t一标段\t是\t\t市级\t市生态环境局\t王某\t04760000000\t已受理在办\t2023.2月底\t2022.11.20\t2022.11.25\t\t\t\t报告表\t\n'
                  '1\t桥头镇污水处理厂\t立项\t\t否\t沿用已有批复\t旗县级\t\t\t\t不涉及\t\t\t\t\t\t赤发改审字〔2022〕123号\t\t\n'
                  '2\t松山热电联产\t用地预审\t\t是\t\t自治区级\t\t\t\t已上报\t\t\t\t2022.12.05\t\t\t\t\n'
                  '3\t无此项目\t林地\t\t是\n2\t别的名称\t能评\t\t?0\n2\t松山热电联产\t不认识的手续\t\t是\t\t\t\t\t\t办结\n',
    'lines': f'n\n%手续\n{CAPTION}\n序号\t项目名称\t审批事项\t是否涉及\t审批层级\t状态\t是否办结\t办结时间\t批复文号\n'
             '1\t桥头镇污水处理厂\t立项\t√\t市级\t\t是\t2022年11月3日\t赤发改〔2022〕9号\n1\t桥头镇污水处理厂\t立项\t√\t市级\t\t否\n1\t桥头镇污水处理厂\t环评\t×\t\t\n',
    'problems': f'n\n%重大事项\n附件3\n{CAPTION}\n序号\t项目名称\t总投资（亿元）\t2023年计划投资\t项目进展情况\t提出问题事项的地区/部门\t需要协调解决的难点堵点问题\t需协调国家、自治区相关部门\t市级责任部门\n'
                '1\t松山热电联产\t12\t3\t在办\t红山区\t草原指标不足' + '，需要协调' * 30 + '\t自治区林草局\t市林草局\n2\t\t1\t1\t\t不认识\t\t\t\n3\t无名\t\t\t\t\t\t\t\n4\t桥头镇污水处理厂\t3\t1\t在办\t红山区\t缺水\t自治区水利厅\t市水利局\n',
    'captions': 'n\n%说明\n填写说明\n%-隐藏\n藏\n%任务表\n责任单位（盖章）：松山区人民政府\n报送时间：2022-12-D3\n单位：万元\n编号\t工程名称\t总投资\t可研批复\n1\t某工程\t5000\t办结\n%续表\n序号\t项目名称\t总投资（万元）\t立项\t立项\t不认识的表头\t2021年计划投资\n1\t某工程\t5000\t办结\t未启动\tx\t1\n',
    'hinted': 'u\n%表\n序号\t项目名称\t立项\t选址\t环评\t能评\t林地\t草原\t取水\t施工许可\t水土保持\n'
              '1\t甲项目\t是\t否\t—\t？\t待定\t近期\t区级\t2022.1\t2022.13.45\n2\t乙项目\t办结，赤发改字〔2022〕1号\t已报市\t已上报自治区\t退件\t补正\t容缺受理\t告知承诺\t申报 2023.5.1\t计划 1月底\n'
              '3\t乙项目\t办结\n4\t乙 项目工程\t办结\n5\t\t办结\n（一）区级项目\n6\t丙项目（一期）\t办结2022.12.5|赤发改字〔2022〕1号|\t11.5\t12月5日\t二〇二二年十二月五日\t2022/12/5\t20221205\t#20221205\t@99999999\t年底前\n',
    'answers': 'u\n>用语:— = 不涉及\n>word:？ = 未启动\n>表头:办理节点 = 计划办结时间\n>header:内部号 = ignore\n>项目:甲项目建设 = 同一项目\n'
               '>project:乙项目二 = new\n>项目:丙项目 = P0001\n>单元格:表!C4 = 办结 2022.12.5\n>cell:表!ZZ9 = x\n># 说明\n>项目:空 = \n'
               '%表\n序号\t项目名称\t立项\t环评\t内部号\t办理节点\n1\t甲项目工程\t—\t？\tx\t2023.1.5\n2\t甲项目建设\t—\t—\n3\t乙项目二\t待办\t在办\n4\t丙项目\n',
    'answers_bad': 'n\n>胡话\n>项目 = 1\n>天气:晴 = 好\n%表\n序号\t项目名称\t立项\n1\t甲\t—\n',
    'nothing': 'n\n%一\nx\n%二\n',
    'units': f'n\n%表\n填报单位：市住建局 旬别：12月下旬\n序号\t项目名称\t责任单位\t所属地区\t行业主管部门\t立项\n1\t甲\t市住建局\t元宝山区、红山区\t市住建局\t办结\n2\t乙\t不认识\t全市\t\t未启动\n%表二\n填报单位：不认识 旬别：4022年12月上旬\n序号\t项目名称\t立项\n1\t丙\t办结\n',
    'people': f'n\n%表\n{CAPTION}\n序号\t项目名称\t建设内容及规模\t包联领导\t责任人及联系电话\t责任人\t联系电话\t进展情况\t存在问题\t下一步措施\t行业领域\t立项\t备注\n'
              '1\t甲\t建设 3 公里\t某领导\t王某 13800000000\t李某\t13900000000\t进展顺利\t无\t抓紧\t交通\t办结 2022.12.9 有效\t注\n2\t乙\t\t\t王某\t\t\t\t\t\t\t重新申报 2022.12.8（原 2022.11.1）\t\n',
}

DELIMITED = {
    'comma.csv': '序号,项目名称,立项\r\n1,"桥头镇,污水处理厂","办结\r\n2022.12.05"\r\n2,乙,"他说""好"""\r\n',
    'tab.txt': '序号\t项目名称\t立项\n1\t甲\t2022.10\n',
    'semicolon.csv': 'sep=;\r\n序号;项目名称;立项\r1;甲;="0012"\r2;乙;3.5\r',
    'guarded.csv': "'=1+1,'-2,'@x,''',-2,+86,0012,1e5\n",
    'open_quote.csv': 'a,b\n"c\nd\n',
    'behind_quote.csv': 'a,"b"c\n',
    'nul.csv': 'a\nb\0c',
    'blank_lines.csv': '\n\n,,\n;;;\n\x1a',
    'formula_number.csv': 'a;="2001";="0012"',
    'sep_alone.csv': 'sep=,',
    'sep_wrong.csv': 'sep=|\na|b',
}
DELIMITED_BYTES = {
    'mark.csv': '﻿项目名称,办结\n'.encode(),
    'mark_broken.csv': b'\xef\xbb\xbfa\xcf\xee',
    'utf16_little.txt': '﻿序号\t项目名称\t立项\n1\t甲\t办结'.encode('utf-16-le'),
    'utf16_big.txt': '﻿序号;项目名称;立项'.encode('utf-16-be'),
    'utf16_broken.txt': b'\xff\xfe\x00\xd8',
    'gb18030.csv': '序号,项目名称,立项\n1,㐀甲,办结\n'.encode('gb18030'),
    'no_encoding.csv': b'a\n\xcf\xee\n\xff\xff',
    'utf8_cut.csv': '红山区松山区元宝山区\n项'.encode()[:-1],
    'columns.csv': b',' * 400,
    'rows.csv': b'\n' * 2100,
    'cells.csv': (b'1,' * 290 + b'\n') * 11,
    'long.csv': b'x' * 4001,
    'large.csv': b'x' * 12289,
}

WEB = {
    'table.html': '<html><meta charset=utf-8><TABLE border=1><TR><TH>序号<TH colspan=2>项目名称<TR style="display: none"><TD>1<TD rowspan=\'2\'>桥头镇&nbsp;污水&amp;处理厂&#21495;&#x53F7;&#160;<td>="0012"</table><table><td>2022.10',
    'nested.html': '<!-- x --><?x?><!doctype html><style>a</style><script>"<table>"</SCRIPT><table><tr><td>a<br><p>b</p><table><tr><td>c</td></tr></table></td><td> 1 < 2 &bogus; &#xD800; &;</td></tr>',
    'broken.html': '<table><tr><td a="b>c" d=\'e f\' g = h/></td><table><tr><td>x</td></tr></table></table></table><a',
    'none.html': '<html><body><p>x',
    'columns.html': '<table>' + '<td>a' * 301,
    'rows.html': '<table>' + '<tr>' * 2001,
    'cells.html': '<table>' + '<tr><td>a' * 1001,
    'long.html': '<table><td>' + 'x' * 4001,
    'large.html': ' ' * 12289,
    'busy.html': '<table><tr><td colspan=300 rowspan=9>a<tr><td>b',
}

MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PARTS = {
    's_kinds': 's<row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>甲</t><rPh><t>j</t></rPh></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2022-11-30T00:00:00</v></c><c t="d"><v>x</v></c><c><v>12e</v></c><c><f>A1</f></c><c t="str"><f>1</f><v>_x0009_y_x000D__xZZZZ__x00FF_</v></c></row><row><c s="1"><v>44895</v></c><c t="str"><v>=DISPIMG("ID",1)</v></c></row>',
    's_order': 's<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c><c r="A3"><v>3</v></c></row><row r="1"><c r="b1"><v>4</v></c></row>',
    's_bad_row': 's<row r="0"/>',
    's_bad_cell': 's<row><c r="ZZZZ1"><v>1</v></c></row>',
    's_shared': 's<row><c t="s"><v>7</v></c></row>',
    's_columns': 's<row><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>',
    's_long': 's<row><c t="str"><v>' + 'x' * 4001 + '</v></c></row>',
    's_deep': 's' + '<a>' * 70,
    's_broken': 's<row',
    't_long': 't<si><t>' + 'x' * 4001 + '</t></si>',
    'f_formats': 'f<numFmts><numFmt numFmtId="170" formatCode="General"/><numFmt numFmtId="171" formatCode="[h]:mm"/><numFmt numFmtId="172" formatCode="[Red]0;y"/><numFmt numFmtId="173" formatCode="[x"/><numFmt numFmtId="174" formatCode="\\y_m&quot;d&quot;*h0.0"/></numFmts><fonts><font><name val="WebDings"/></font><font><name val="Symbol"/></font></fonts><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="174" fontId="1"/></cellXfs>',
    'f_many': 'f<cellXfs>' + '<xf/>' * 202 + '</cellXfs>',
    'c_hidden': 'c<cols><col min="1" max="2" hidden="1"/><col min="2" max="16384" hidden="true"/><col min="x" hidden="1"/></cols>',
    'x_merge': 'x<mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="B2:A1"/></mergeCells>',
    'x_merge_odd': 'x<mergeCells><mergeCell ref="A1"/></mergeCells>',
    'b_1904': 'b<workbookPr date1904="true"/>',
    'b_sheets': 'b<sheets><sheet name="藏" state="hidden" r:id="r1"/><sheet name="无" r:id="r99"/></sheets>',
    'b_many': 'b<sheets>' + '<sheet name="x" r:id="r1"/>' * 9 + '</sheets>',
    'r_macros': f'r<Relationship Id="m" Type="x/vbaProject" Target="v.bin"/><Relationship Id="e" Type="{MAIN}/externalLink" Target="../e.xml"/><Relationship Id="h" Type="x" Target="http://x" TargetMode="External"/>',
    'r_many': 'r' + ''.join(f'<Relationship Id="i{i}" Type="x" Target="../../../y"/>' for i in range(60)),
    'l_objects': f'l<Relationship Id="o" Type="{MAIN}/oleObject" Target="o.bin"/><Relationship Id="p" Type="{MAIN}/package" Target="/p.xlsx"/><Relationship Id="d" Type="{MAIN}/drawing" Target="none.xml"/>',
    'l_broken': 'l<x',
    'A_word': f'A<Relationships><Relationship Id="a" Type="{MAIN}/officeDocument" Target="word/document.xml"/></Relationships>',
    'A_slides': f'A<Relationships><Relationship Id="a" Type="{MAIN}/officeDocument" Target="ppt/p.xml"/></Relationships>',
    'A_binary': f'A<Relationships><Relationship Id="a" Type="{MAIN}/officeDocument" Target="xl/w.bin"/></Relationships>',
    'A_none': 'A<Relationships/>',
    'A_entities': 'A<!DOCTYPE x [<!ENTITY a "b">]><Relationships>&a;</Relationships>',
    'B_none': 'B<workbook/>',
    'B_book': 'B<workbook xmlns:r="x"><workbookPr date1904="0"/><sheets><sheet name="一" r:id="r1" state="veryHidden"/></sheets></workbook>',
    'R_chart': f'R<Relationships><Relationship Id="r1" Type="{MAIN}/chartsheet" Target="c.xml"/></Relationships>',
    'S_sheet': 'S<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData><row r="2"><c r="C2" t="s"><v>0</v></c></row></sheetData></worksheet>',
    'S_latin': 'S<?xml version="1.0" encoding="ISO-8859-1"?><worksheet/>',
    'L_links': f'L<Relationships><Relationship Id="d" Type="{MAIN}/drawing" Target="d.xml"/></Relationships>',
    'T_strings': 'T<sst><si><t>a</t></si><si><r><t>b</t></r></si><t>outside</t></sst>',
    'F_styles': 'F<styleSheet><fonts><font/></fonts><cellXfs><xf fontId="0" numFmtId="22"/><xf fontId="9"/></cellXfs></styleSheet>',
    'D_drawing': 'D<xdr:wsDr><xdr:pic/><xdr:pic/></xdr:wsDr>',
    'D_deep': 'D' + '<a>' * 70,
}


def zip_of(parts, stored=()):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED if name not in stored else zipfile.ZIP_STORED
            archive.writestr(info, text)
    return buffer.getvalue()


def xlsx(rows, target='xl/w.xml'):
    link = '<Relationships><Relationship Id="r" Type="%s/%s" Target="%s"/></Relationships>'
    return zip_of({'_rels/.rels': link % (MAIN, 'officeDocument', target),
                   'xl/_rels/w.xml.rels': link % (MAIN, 'worksheet', 's.xml'),
                   'xl/w.xml': '<workbook><sheets><sheet name="表" r:id="r"/></sheets></workbook>',
                   'xl/s.xml': f'<worksheet><sheetData>{rows}</sheetData></worksheet>'})


def compound(streams):
    """The container of old office files; small streams only."""
    small, table, entries = b'', [], b''

    def entry(name, kind, first, size):
        text = name.encode('utf-16-le')
        return (text.ljust(64, b'\0') + struct.pack('<HB', len(text) + 2, kind)).ljust(116, b'\0') + struct.pack('<IQ', first, size)
    for name, body in streams.items():
        first = len(table)
        pieces = max(1, -(-len(body) // 64))
        small += body.ljust(pieces * 64, b'\0')
        table += [first + i + 1 for i in range(pieces)]
        table[-1] = 0xFFFFFFFE
        entries += entry(name, 2, first, len(body))
    pad = lambda data: data + b'\0' * (-len(data) % 512)
    store, small_table = pad(small), pad(struct.pack(f'<{len(table)}I', *table))
    directory = pad(entry('Root Entry', 5, 0, len(small)) + entries)
    sectors, chain = [store, directory, small_table], []
    for data in sectors:
        count = len(data) // 512
        chain += [len(chain) + i + 1 for i in range(count)]
        chain[-1] = 0xFFFFFFFE
    chain.append(0xFFFFFFFD)
    fat = struct.pack(f'<{len(chain)}I', *chain).ljust(512, b'\xff')
    starts = [0, len(store) // 512, (len(store) + len(directory)) // 512]
    header = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\0' * 16 + struct.pack('<5H', 0x3E, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b'\0') + struct.pack('<7I', 1, starts[1], 0, 4096, starts[2], 1, 0xFFFFFFFE) + struct.pack('<I', 0)
    header += struct.pack('<I', len(chain) - 1) + b'\xff' * (4 * 108)
    return header + store + directory + small_table + fat


def biff(*records):
    return b''.join(struct.pack('<HH', number, len(body)) + body for number, body in records)


ODS = 'application/vnd.oasis.opendocument.spreadsheet'
BEGIN, PASS, END = (0x809, b'\0\6\5\0'), (0x2F, b'\1\0\1\0'), (0x0A, b'')
RETURNS = {
    'empty_archive.zip': b'PK\5\6' + b'\0' * 18,
    'table.xlsx': xlsx('<row><c><v>1</v></c></row>'),
    'old.xls': compound({'Workbook': biff(BEGIN, END)}),
    'book.xls': compound({'Book': biff(BEGIN, END), '_VBA_PROJECT_CUR': b'x'}),
    'locked.xls': compound({'Workbook': biff(BEGIN, PASS, END)}),
    'encrypted.xlsx': compound({'EncryptedPackage': b'x'}),
    'old.doc': compound({'WordDocument': b'x'}),
    'old.ppt': compound({'PowerPoint Document': b'x'}),
    'mail.msg': compound({'__nameid_version1.0': b'x'}),
    'broken.xls': b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\0' * 600,
    'open.ods': zip_of({'mimetype': ODS, 'content.xml': '<x/>', 'META-INF/manifest.xml': '<m/>', 'Basic/script-lc.xml': '<x/>'}),
    'open_locked.ods': zip_of({'mimetype': ODS, 'content.xml': '<x/>', 'META-INF/manifest.xml': '<manifest:encryption-data/>'}),
    'open_text.odt': zip_of({'mimetype': 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>'}),
    'archive.zip': zip_of({'a.txt': 'x'}),
    'web.xls': b'<html><table><tr><td>1',
    'xml.xls': b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    'other.xml': b'<?xml version="1.0"?><x/>',
    'mail.mht': b'MIME-Version: 1.0\r\n',
    'text.rtf': b'{\\rtf1}',
    'paper.pdf': b'%PDF-1.7',
    'picture.bmp': b'BM6\0\0\0\0\0',
    'picture.tif': b'II*\0',
    'text_bm.csv': 'BM,项目\n'.encode(),
    'packed.rar': b'Rar!\x1a\x07\x01',
    'table.csv': '序号,项目名称\n'.encode(),
}

SM_HEAD = ('projects                      :  1\njobs (incl. supersource/sink ):  {jobs}\n  - renewable                 :  {kinds}   R\n'
           '  - nonrenewable              :  0   N\n  - doubly constrained        :  0   D\n')


def scheduling(arcs, needs, capacities):
    """An instance in PSPLIB's format: successors of each job, duration and needs of each job, capacities."""
    lines = [SM_HEAD.format(jobs=len(arcs), kinds=len(capacities)), 'PRECEDENCE RELATIONS:\njobnr. #modes #successors successors\n']
    lines += [' '.join(map(str, [job, 1, len(after), *after])) + '\n' for job, after in enumerate(arcs, 1)]
    lines += ['*' * 72 + '\nREQUESTS/DURATIONS:\njobnr. mode duration R\n' + '-' * 72 + '\n']
    lines += [' '.join(map(str, [job, 1, *row])) + '\n' for job, row in enumerate(needs, 1)]
    return ''.join(lines) + 'RESOURCEAVAILABILITIES:\n R\n' + ' '.join(map(str, capacities)) + '\n'


DIAMOND = [(2, 3), (4,), (4,), ()]
SCHEDULING = {
    'four.sm': scheduling(DIAMOND, [(0, 0), (3, 2), (2, 1), (0, 0)], [2]),
    'wide.sm': scheduling(DIAMOND, [(0, 0, 0), (3, 40000, 1), (2, 1, 1), (0, 0, 0)], [50000, 2]),
    'many.sm': scheduling(DIAMOND, [(0,) * 7, (3, 1, 1, 1, 1, 1, 1), (2, 1, 0, 1, 0, 1, 0), (0,) * 7], [1, 2, 3, 1, 1, 1]),
    'without_resources.sm': scheduling(DIAMOND, [(0,), (3,), (2,), (0,)], []),
    'circle.sm': scheduling([(2,), (3,), (2, 4), ()], [(0, 0), (3, 1), (2, 1), (0, 0)], [2]),
    'too_much.sm': scheduling(DIAMOND, [(0, 0), (3, 9), (2, -1), (0, 0)], [2]),
    'no_successor.sm': scheduling([(2, 3), (4,), (), ()], [(0, 0), (3, 1), (2, 1), (0, 0)], [2]),
    'no_predecessor.sm': scheduling([(2,), (4,), (4,), ()], [(0, 0), (3, 1), (2, 1), (0, 0)], [2]),
    'no_dummy.sm': scheduling(DIAMOND, [(1, 0), (3, 1), (2, 1), (0, 0)], [2]),
}


def write(fuzzer, seeds):
    folder = FOLDER / fuzzer
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in seeds.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


write('sheets', {name + '.txt': text for name, text in SHEETS.items()})
write('delimited', DELIMITED | DELIMITED_BYTES)
write('web', WEB)
write('parts', {name + '.txt': text for name, text in PARTS.items()})
write('returns', RETURNS)
write('scheduling', SCHEDULING)
