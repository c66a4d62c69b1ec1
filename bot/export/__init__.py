"""Figures as files: what a shop's managers take away as CSV or XLSX.

`source` reads a piece at a time, `tables` makes rows in a reader's language of it, `plain_cells`
takes the sting out of people's words, `csv_files` and `workbook` write.
"""
