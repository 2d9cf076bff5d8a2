// Package filter is the language people select records with, Lucene-like as in
// Kibana, Coralogix and Datadog:
//
//	action:REJECT AND dstport:(22 3389) NOT srcaddr:10.0.0.0/8
//
//	field:value      field:"a value"   equal; fields in any spelling of [record.Lookup]
//	field:(a b c)                      one of these; AND, OR, NOT, + and - work inside
//	field:>10        field:>=10        also < and <=; bytes:>10MB, start:>=now-24h
//	field:[a TO b]   field:{a TO b}    from a to b; [ ] include their end, { } do not; * leaves an end open
//	field:*          _exists_:field    the record has the field
//	field:AMAZON*    field:a?c         wildcards on the text of the value; srcaddr:203.* is a range of addresses
//	field:/regex/                      RE2, over the whole text of the value
//	field:10.0.0.0/8                   addresses in a network
//	tcp_flags:3      tcp_flags:&SYN    equal; all of these bits set
//	field:~text      equal, or with wildcards alike, whatever the ASCII case of letters
//	field:@other     equal to another field of the record; also field:>@other and so on
//	word  "a phrase"                   any text field, or the action, contains it (ASCII case does not matter)
//	10.0.0.7  10.0.0.0/8               either address
//	a b   a AND b   a && b   a OR b   a || b   NOT a   !a   -a   +a   ( )
//	*                                  everything, as does an empty filter
//
// A time is a date, an RFC 3339 time or a beginning of one, Unix seconds, or
// now-24h, now-7d/d; it means all that it names, so start:2026-01-31 is a day.
//
// NOT binds tightest, then AND (written or not), then OR. Inside field:( ) a
// plain list is OR. Typographic quotes and dashes from documents are accepted.
//
// A term is false on a record that lacks its field, so its negation is true
// there, in SQL and in memory alike. A field that stands for two (addr, port,
// app) matches when either does, and its negation when neither does.
//
// The language is a staircase: [Parse] reads text into a syntax tree that knows
// its columns, [Query.Bind] ties it to the catalogue and gives a [Bound] typed
// tree, and three readers use that: [Bound.String] prints it, [Bound.SQL]
// writes a condition over the table of flows, [Matcher] narrows a bitmap over a
// batch. Mistakes are an [*Error] with the column and, where there is one, what
// to write instead.
package filter
