/** 人生大事, by which residents find matters. In a file of its own: the home page needs no other closed list. */
export const lifeEvents = ['birth', 'school', 'work', 'business', 'medical', 'housing', 'senior', 'death'] as const;
