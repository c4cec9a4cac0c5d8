package io.tradinggym.experiments.ledger;

import io.tradinggym.api.util.Sha256;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is tried. Two entries with the same {@link #id} would give the same bits: the second is no new trial.
 *
 * @param command that tries it, such as {@code train}
 * @param run folder of the run it belongs to; empty for none
 * @param trial its name within the command, such as {@code seed-7}
 * @param environment id of what is played
 * @param market what is traded, such as {@code SPY, AAPL}: trials on the same market are looks at the same luck
 * @param data SHA-256 of the data by purpose; empty if the environment brings its own
 * @param configuration everything that decides the result, but for seed, data and code; JSON
 * @param seed of everything random
 * @param code version of the code
 */
public record Entry(
    String command,
    String run,
    String trial,
    String environment,
    String market,
    Map<String, String> data,
    String configuration,
    long seed,
    String code) {
  private static final int DIGITS = 16;

  /** Copies the hashes. */
  public Entry {
    data = Collections.unmodifiableMap(new TreeMap<>(data));
  }

  /** Sixteen hexadecimal digits of the SHA-256 of all that decides the result. */
  public String id() {
    String all =
        String.join(
            "\n",
            command,
            trial,
            environment,
            market,
            data.toString(),
            configuration,
            Long.toString(seed),
            code);
    return Sha256.of(all).substring(0, DIGITS);
  }

  /** The same with more said of the configuration. */
  public Entry with(String more) {
    return new Entry(
        command, run, trial, environment, market, data, configuration + " " + more, seed, code);
  }
}
