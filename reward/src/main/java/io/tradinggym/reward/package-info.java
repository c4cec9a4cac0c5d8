/**
 * Rewards and their composition. {@link io.tradinggym.reward.Rewards} makes them; sums read as they are meant:
 *
 * <pre>{@code
 * Rewards.logReturn().minus(0.1, Rewards.turnover())
 * Rewards.parse("logReturn - 0.1 turnover")            // the same, from a configuration file
 * }</pre>
 *
 * <p>There are <em>utilities</em>, larger is better (log return, profit, differential Sharpe, ...), and <em>costs</em>,
 * larger is worse, which are meant to be subtracted (turnover, holding, drawdown, CVaR, ruin). From any state, a step
 * that ruins is strictly worse in every utility than each step that survives, and finite. What a reward remembers is
 * part of the environment's state and is shown in its observation.
 */
@NullMarked
package io.tradinggym.reward;

import org.jspecify.annotations.NullMarked;
