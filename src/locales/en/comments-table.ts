/** Words of the comments table in `mini-chat`. */
export const commentsTableWords = {
  user: 'User',
  message: 'Message',
};
