/**
 * Specialists in sleeves of one account, and the capital that each gets.
 *
 * <p>A {@link io.tradinggym.allocator.desk.Specialist} says at every close what it would hold of its own capital: a
 * rule, or a policy that was trained in an environment of its own. A {@link io.tradinggym.allocator.desk.PaperBook}
 * follows each on paper; the returns of these books and the chances of regimes are the {@link
 * io.tradinggym.allocator.desk.Evidence} on which a {@link io.tradinggym.allocator.desk.CapitalRule}, or an agent
 * trained in {@code Allocation-v1}, shares the capital out. {@link io.tradinggym.allocator.desk.AllocationLimits} stand
 * between what is asked and what is given. The account nets what the sleeves want; {@link
 * io.tradinggym.allocator.desk.Attribution} splits its profit to the unit.
 */
@NullMarked
package io.tradinggym.allocator.desk;

import org.jspecify.annotations.NullMarked;
