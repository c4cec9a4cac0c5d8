/**
 * Small helpers of the whole house, each written once.
 *
 * <ul>
 *   <li>{@link io.tradinggym.api.util.Require}: arguments checked, with a message that names rule and value.
 *   <li>{@link io.tradinggym.api.util.Sha256}: hashes of texts and bytes, hexadecimal.
 * </ul>
 */
@NullMarked
package io.tradinggym.api.util;

import org.jspecify.annotations.NullMarked;
