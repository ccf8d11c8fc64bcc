-- A row for each subject of each unit, and one for each unit that was refused.
SELECT
  period, line,
  r['unit'] AS unit, r['subject'] AS subject, r['name'] AS name, r['scheme'] AS scheme,
  r['state'] AS state, r['status'] AS status,
  r['total'] AS total, r['grade'] AS grade,
  r['rank'] AS rank, r['ranked'] AS ranked, r['below'] AS below,
  r['warning'] AS warning, r['early'] AS early,
  r['problems'] AS problems
FROM (SELECT period, line, unnest(kaohe_appraise(workbook)) AS r FROM units)
