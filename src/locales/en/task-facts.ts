/** What is said of a task wherever it stands. */
export const taskFactsWords = {
  reviewedWithin: (time: string) => `Reviewed within ${time}`,
  placesLeft: (count: number) => (count === 1 ? '1 place left' : `${count} places left`),
  opens: (date: string) => `Opens ${date}`,
  closes: (date: string) => `Closes ${date}`,
  reportsAwait: (count: number) => (count === 1 ? '1 report awaits' : `${count} reports await`),
  openTask: 'Open',
};
