import { cold } from './cold';
import { read } from './langium-core';

cold(read);
