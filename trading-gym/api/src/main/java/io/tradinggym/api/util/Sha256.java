package io.tradinggym.api.util;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every JDK has; in hexadecimal, 64 digits. */
public final class Sha256 {
  private Sha256() {}

  /**
   * {@return the hash of a text's UTF-8 bytes}
   *
   * @param text any
   */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return the hash of bytes as 64 hexadecimal digits}
   *
   * @param bytes any number of them
   */
  public static String of(byte[] bytes) {
    return hex(digest().digest(bytes));
  }

  /** {@return a new digest, for what comes in parts; {@link #hex} shows it} */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * {@return bytes as hexadecimal digits, two each, in small letters}
   *
   * @param hash any bytes, such as those of a {@link #digest}
   */
  public static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
