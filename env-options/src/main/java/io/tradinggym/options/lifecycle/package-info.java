/**
 * What happens to options in an account between being traded and being gone.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.lifecycle.ContractLife}: every evening assigns contracts sold, ends those that
 *       expire, and exercises contracts held where that is optimal.
 *   <li>{@link io.tradinggym.options.lifecycle.EarlyExercise}: whether a holder gains by exercising before expiry;
 *       {@link io.tradinggym.options.lifecycle.OptimalExercise} is the answer of a binomial tree.
 *   <li>{@link io.tradinggym.options.lifecycle.AssignmentLaw}: how many holders do.
 *   <li>{@link io.tradinggym.options.lifecycle.SplitTerms}: the contract that a split of the underlying makes of
 *       another.
 * </ul>
 *
 * <p>The postings themselves are {@link io.tradinggym.market.account.CorporateActions}.
 */
@NullMarked
package io.tradinggym.options.lifecycle;

import org.jspecify.annotations.NullMarked;
