-- Workbooks out of tables whose rows are ordinary ones. `book` names what has to stay together: a unit and a period, or
-- the units that are measured by each other's results. Each `array_agg` brings the rows of a book to one place,
-- wherever they lie. Their order means nothing, but for the lines of a form: these stay as they stood on it (`place`),
-- or the digest of the content is another one. A column that a table does not have is left out of its struct; a list
-- that no table has stands in the frame.
WITH
forms AS (
  SELECT book, named_struct(
    'id', form, 'revision', revision, 'scheme', named_struct('id', scheme, 'version', version), 'period', period,
    'subject', subject, 'rater', rater, 'role', role, 'date', date,
    'scores', array_agg(
      named_struct('criterion', criterion, 'score', score, 'level', level, 'comment', comment) ORDER BY place
    )
  ) AS entry
  FROM scores
  GROUP BY book, form, revision, scheme, version, period, subject, rater, role, date
),
p AS (
  SELECT book, array_agg(named_struct(
    'id', id, 'name', name, 'unit', unit, 'team', team, 'scheme', scheme, 'payBase', pay_base
  )) AS entries
  FROM people GROUP BY book
),
f AS (SELECT book, array_agg(entry) AS entries FROM forms GROUP BY book),
r AS (
  SELECT book, array_agg(named_struct(
    'id', id, 'subject', subject, 'criterion', criterion, 'date', date, 'author', author, 'points', points,
    'kind', kind, 'channel', channel, 'reason', reason, 'replaces', replaces, 'evidence', evidence
  )) AS entries
  FROM records GROUP BY book
),
i AS (
  SELECT book, array_agg(named_struct(
    'id', id, 'subject', subject, 'indicator', indicator, 'date', date, 'value', value, 'target', target,
    'author', author, 'note', note, 'replaces', replaces
  )) AS entries
  FROM indicators GROUP BY book
)
SELECT b.book, kaohe_workbook(b.frame, named_struct(
  'people', p.entries, 'ratings', f.entries, 'records', r.entries, 'indicators', i.entries
)) AS workbook
FROM books AS b
LEFT JOIN p ON p.book = b.book
LEFT JOIN f ON f.book = b.book
LEFT JOIN r ON r.book = b.book
LEFT JOIN i ON i.book = b.book
