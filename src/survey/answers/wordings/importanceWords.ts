// In the languages of the wordings of answers.

/** In what a header says of one end of a scale of importance: the more important one. */
export const mostImportant =
  /\b(?:most|very|extremely|highest|high|top|essential)\b|sehr|äußerst|höchst|wichtigst|très|plus important|muy|más|molto|muito|очень|最|非常|很|极/iu;
/** The less important one, which may also have a word of the other: *very unimportant*. */
export const leastImportant =
  /\b(?:least|not|un\w+|low|lowest|less)\b|unwichtig|nicht|\bgar\b|unwesentlich|kaum|\bpas\b|moins|peu|\bnada\b|menos|\bpoco\b|\bper niente\b|não|\bне\b|неваж|不|最不|最低|最小/iu;
/** In the header of a column of ranks. */
export const rankWords = /\b(?:rank(?:ing|ed)?|rang(?:folge|liste|platz)?|rango|classement|ranking)\b|排名|排序|順位|순위/iu;
