/** Words of what `report-review` tells of the work around a report. */
export const reviewAroundWords = {
  looksToo: (names: string, count: number) =>
    count === 1 ? `${names} is looking at this` : `${names} are looking at this`,
};
