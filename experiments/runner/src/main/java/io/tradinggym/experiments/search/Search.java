package io.tradinggym.experiments.search;

import java.util.List;

/** Proposes candidates and learns from what they scored. One caller at a time. */
public interface Search {
  /**
   * The next candidates to try, independent of each other.
   *
   * @param count >= 1; part of what the search is: other counts give other candidates
   */
  List<Candidate> ask(int count);

  /**
   * What a candidate scored: one number for each objective, all to be maximised. NaN for a trial that failed or was
   * pruned, which counts as worse than any other. Candidates of one round are told in the order of their numbers.
   */
  void tell(Candidate candidate, double... scores);
}
