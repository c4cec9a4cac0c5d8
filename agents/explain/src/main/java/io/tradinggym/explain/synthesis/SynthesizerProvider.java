package io.tradinggym.explain.synthesis;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Brings a synthesizer by name; found through {@link java.util.ServiceLoader}, so that nobody else needs its module.
 */
public interface SynthesizerProvider {
  /** {@return such as {@code claude}} */
  String name();

  /**
   * {@return a synthesizer}
   *
   * @param request what is asked
   * @throws IllegalArgumentException naming what is wrong with the request
   */
  Synthesizer open(Request request);

  /**
   * What is asked for.
   *
   * @param model name of the model
   * @param mode {@code replay}, {@code record} or {@code live}
   * @param folder where answers are kept
   * @param names of the security: ticker, company, products; hidden on days that the model may have read of
   * @param secrets keys and addresses by the names of their variables
   * @param clock tells the time of answers and the day of their cost
   */
  record Request(
      String model,
      String mode,
      Path folder,
      List<String> names,
      Map<String, String> secrets,
      InstantSource clock) {
    /** Copies names and keys. */
    public Request {
      names = List.copyOf(names);
      secrets = Map.copyOf(secrets);
    }

    /**
     * {@return a key or address; empty if there is none}
     *
     * @param variable name of the variable
     */
    public String secret(String variable) {
      return secrets.getOrDefault(variable, "");
    }

    /** Without the keys. */
    @Override
    public String toString() {
      return "Request[" + model + ", " + mode + ", " + folder + "]";
    }
  }
}
