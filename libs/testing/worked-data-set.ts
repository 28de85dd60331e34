import type { BodyOf } from '#domain/practice/commands.js';
import { cole, moss, patel, reed } from './fixture.js';
import { command, confirmed } from './decisions.js';
import { idOf, type Step } from './practice-history.js';
