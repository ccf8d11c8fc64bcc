// The engine by itself: `import init, { LiveForm } from 'kaohe'`.
export * from './engine/kaohe.js';
export { default } from './engine/kaohe.js';
