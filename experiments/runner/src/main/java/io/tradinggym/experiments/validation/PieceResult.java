package io.tradinggym.experiments.validation;

import java.util.List;

/**
 * What came of a piece.
 *
 * @param key of the piece and its configuration; a file of another key is not this piece's
 * @param validation mean return of the chosen policy on the validation range; NaN without a choice
 * @param tests one for each range
 */
record PieceResult(String key, double validation, List<Played> tests) {
  PieceResult {
    tests = List.copyOf(tests);
  }

  /**
   * A range as it was played.
   *
   * @param times of the closes, epoch milliseconds
   * @param equity worth of the account at each
   * @param held the same, bought and held; empty where that cannot be asked for
   */
  @SuppressWarnings("ArrayRecordComponent") // A record of measurements, never compared.
  record Played(double[] times, double[] equity, double[] held) {}
}
