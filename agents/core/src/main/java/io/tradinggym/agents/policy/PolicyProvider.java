package io.tradinggym.agents.policy;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A JAR's own kind of policy file (another library's network, a rule), found through {@link java.util.ServiceLoader};
 * {@link Policy#load} asks it before it takes a file for one of this library's.
 */
public interface PolicyProvider {
  /** Whether a file is of this kind, told by its first bytes or its name. */
  boolean reads(Path file) throws IOException;

  /**
   * Reads a policy.
   *
   * @throws IOException naming the file, if it is damaged or of another version
   */
  Policy load(Path file) throws IOException;
}
