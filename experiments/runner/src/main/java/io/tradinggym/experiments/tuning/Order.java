package io.tradinggym.experiments.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be done for a job, as it travels to whoever does it.
 *
 * @param number of the candidate
 * @param values what was chosen
 * @param rung of its budget, from 0; the only one where budgets are not halved
 * @param steps of the training in all; 0 for the configuration's
 * @param last whether nobody trains it further
 * @param from name of the order whose policy it begins with; empty begins afresh, or where its own last rung ended
 * @param spent steps that this policy has had
 * @param kept whether the policy is kept, for others to begin with
 */
record Order(
    int number,
    Map<String, String> values,
    int rung,
    long steps,
    boolean last,
    String from,
    long spent,
    boolean kept) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Order {
    values = new LinkedHashMap<>(values);
  }

  /** Training from the candidate's own beginning. */
  static Order of(int number, Map<String, String> values, int rung, long steps, boolean last) {
    return new Order(number, values, rung, steps, last, "", 0, false);
  }

  /** Name of the trial. */
  String trial() {
    return "trial-" + number;
  }

  /** Name of the order's files. */
  String name() {
    return trial() + "-" + rung;
  }

  /** The same for all of the configuration's steps. */
  Order whole() {
    return of(number, values, 0, 0, true);
  }

  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Order read(String text) {
    try {
      return JSON.readValue(text, Order.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an order: " + text, e);
    }
  }
}
