package io.tradinggym.explain.synthesis;

/**
 * Something in a recommendation that may not be shown.
 *
 * @param path of the field, such as {@code setup.stop}
 * @param value as it was
 * @param wanted what would be right
 */
public record Violation(String path, String value, String wanted) {
  @Override
  public String toString() {
    return path + " is " + value + ", must be " + wanted;
  }
}
