package io.tradinggym.data.collect;

/**
 * Tells from a provider's answer whether it is one. What the body says comes before the status: errors arrive with
 * 200.
 */
@FunctionalInterface
public interface Judge {
  /**
   * Returns if the body is an answer.
   *
   * @param reply what the provider sent
   * @throws CollectException what went wrong, if it is not
   */
  void judge(Reply reply) throws CollectException;

  /**
   * What came back.
   *
   * @param status of HTTP, 100 .. 599
   * @param body the text that came
   * @param retryAfterSeconds of the header, -1 if there is none
   */
  record Reply(int status, String body, long retryAfterSeconds) {}
}
