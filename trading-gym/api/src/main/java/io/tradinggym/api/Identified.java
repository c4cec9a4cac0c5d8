package io.tradinggym.api;

/**
 * A value that can be told apart from others across processes, though its text is too long to be written down: data, a
 * simulated market. Checkpoints and manifests name it by this.
 */
public interface Identified {
  /**
   * {@return the same for equal content in every process, and in practice for nothing else; customarily SHA-256 in hex}
   */
  String fingerprint();
}
