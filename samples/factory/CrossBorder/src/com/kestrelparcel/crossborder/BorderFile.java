package com.kestrelparcel.crossborder;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.customs.Goods;
import com.kestrelparcel.shipments.Shipment;
import java.util.List;
import platform.entity.Entity;

/** A shipment that crosses a border, what is in it, and what was decided about it. */
public record BorderFile(Shipment shipment, List<Goods> goods, Decision decision, Money duty)
    implements Entity {

  /** What the border says. */
  public enum Decision {
    CLEARED,
    DUTY_OPEN,
    SENT_BACK
  }

  @Override
  public String id() {
    return shipment.id();
  }
}
