/** Of the names that may be there at all, the likeliest. */
export function likeliestOf(names: readonly string[], likelihoodOf: (name: string) => number): string | undefined {
  const [likeliest] = names
    .map((name) => ({ name, likelihood: likelihoodOf(name) }))
    .filter(({ likelihood }) => likelihood > 0)
    .sort((a, b) => b.likelihood - a.likelihood)
  return likeliest?.name
}
