/** Claude without a network: a service on this machine, recorded answers, budgets, forty poisoned headlines. */
@NullMarked
package io.tradinggym.explain.claude;

import org.jspecify.annotations.NullMarked;
