import { draw, type Icon } from '../icons.js';

export const clipIcon: Icon = () =>
  draw(
    'm19 11.5-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l7.6-7.6a3.1 3.1 0 0 1 4.4 4.4l-7.5 7.5a1.5 1.5 0 0 1-2.2-2.2l6.8-6.8',
  );
export const fileIcon: Icon = () => draw('M7 4.5h6.5L18 9v10.5H7zM13.5 4.5V9H18');
export const downloadIcon: Icon = () => draw('M12 5v10.5M7.5 11l4.5 4.5 4.5-4.5M5.5 19h13');
export const againIcon: Icon = () => draw('M18.5 12a6.5 6.5 0 1 1-2-4.7L18.5 9M18.5 5v4h-4');
