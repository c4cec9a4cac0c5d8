/**
 * Looks for good settings with few trials.
 *
 * <p>A {@link io.tradinggym.experiments.search.SearchSpace} says what may be chosen. A {@link
 * io.tradinggym.experiments.search.Search} proposes {@link io.tradinggym.experiments.search.Candidate candidates} and
 * is told what they scored: {@link io.tradinggym.experiments.search.RandomSearch} for a baseline, {@link
 * io.tradinggym.experiments.search.TreeParzen} for one objective, {@link
 * io.tradinggym.experiments.search.ParetoSearch} for several at once. Where a trial can be stopped early and gone on
 * with, {@link io.tradinggym.experiments.search.SuccessiveHalving} spends the budget on those that start well.
 *
 * <p>Scores are maximised. Candidates come in rounds of a fixed size, and a round is told in the order of its
 * candidates' numbers: so a search takes the same course whatever number of workers tries the candidates of a round.
 * A candidate's number seeds its trial. The best score of a search is the best of many: evaluate the winner anew, on
 * seeds that the search has not seen.
 */
@NullMarked
package io.tradinggym.experiments.search;

import org.jspecify.annotations.NullMarked;
