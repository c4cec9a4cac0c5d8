/**
 * Capital among specialists. {@code rules} holds allocation rules with proven regret and rules of risk, {@code regime}
 * tells the state of a market and whether it has changed, {@code drift} whether what comes in is still what was trained
 * on, with tests that may be looked at every day, {@code testbed} a market whose best
 * allocator is known, {@code registry} the versions of models and the names that move from one to the next.
 *
 * <p>Everything decides from what is past: a rule gives its weights first and is shown the outcome of the round
 * afterwards.
 */
@NullMarked
package io.tradinggym.allocator;

import org.jspecify.annotations.NullMarked;
