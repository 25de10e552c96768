// What was a sentence in English is a fact now: such words are `told`, and every language repeats them.
// SQLite takes a value for JSON where it comes straight from one of its JSON functions, else for text
// (sqlite.org/json1.html#value_arguments).
const told = (text: string): string => `json_object('code', 'told', 'text', ${text})`

const withFault = (document: string, path: string): string => `
  CASE WHEN json_type(${document}, '${path}.detail') = 'text'
    AND json_extract(${document}, '${path}.code') = 'comparison-failed'
  THEN json_set(${document}, '${path}.detail', ${told(`json_extract(${document}, '${path}.detail')`)})
  ELSE ${document} END`

const method = `json((SELECT json_group_array(${told('value')}) FROM json_each(document, '$.method')))`

const results = `json((
  SELECT json_group_array(json(
    CASE WHEN json_type(value, '$.reason') = 'text'
    THEN json_set(value, '$.reason', ${told("json_extract(value, '$.reason')")})
    ELSE value END
  )) FROM json_each(document, '$.results')))`

/** A migration: method, reasons and problem of the comparisons of before. */
export const wordsOfComparisonsAsFacts = `
  UPDATE comparisons SET document = json_set(document, '$.method', ${method}, '$.results', ${results});
  UPDATE comparisons SET
    document = ${withFault('document', '$.problem')},
    ended = ${withFault('ended', '$.problem')};
`
