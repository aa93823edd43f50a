package io.flexibleupgrades.servicecenter.status;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a state under its wire name. */
@Converter(autoApply = true)
class UpgradeStateColumn implements AttributeConverter<UpgradeState, String> {
  @Override
  public String convertToDatabaseColumn(UpgradeState state) {
    return state.toString();
  }

  @Override
  public UpgradeState convertToEntityAttribute(String text) {
    return UpgradeState.parse(text);
  }
}
