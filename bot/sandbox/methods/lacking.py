"""The Bot API's other methods (10.3), so that the sandbox can say that it lacks them."""

LACKING = frozenset(
    """
    forwardMessage forwardMessages copyMessage copyMessages sendLivePhoto sendAudio sendVideo
    sendAnimation sendVoice sendVideoNote sendPaidMedia sendMediaGroup sendLocation sendVenue
    sendContact sendPoll sendChecklist sendDice sendMessageDraft setMessageReaction
    getUserProfilePhotos getUserProfileAudios setUserEmojiStatus
    restrictChatMember promoteChatMember setChatAdministratorCustomTitle setChatMemberTag
    setChatPermissions exportChatInviteLink
    createChatInviteLink editChatInviteLink createChatSubscriptionInviteLink
    editChatSubscriptionInviteLink revokeChatInviteLink approveChatJoinRequest
    declineChatJoinRequest answerChatJoinRequestQuery sendChatJoinRequestWebApp setChatPhoto
    deleteChatPhoto setChatTitle setChatDescription pinChatMessage unpinChatMessage
    unpinAllChatMessages getUserPersonalChatMessages setChatStickerSet deleteChatStickerSet
    getForumTopicIconStickers createForumTopic editForumTopic closeForumTopic reopenForumTopic
    deleteForumTopic unpinAllForumTopicMessages editGeneralForumTopic closeGeneralForumTopic
    reopenGeneralForumTopic hideGeneralForumTopic unhideGeneralForumTopic
    unpinAllGeneralForumTopicMessages answerGuestQuery getUserChatBoosts getManagedBotToken
    replaceManagedBotToken getManagedBotAccessSettings setManagedBotAccessSettings
    setMyProfilePhoto removeMyProfilePhoto
    setMyDefaultAdministratorRights getMyDefaultAdministratorRights getAvailableGifts sendGift
    giftPremiumSubscription verifyUser verifyChat removeUserVerification removeChatVerification
    setBusinessAccountName setBusinessAccountUsername setBusinessAccountBio
    setBusinessAccountProfilePhoto removeBusinessAccountProfilePhoto
    setBusinessAccountGiftSettings getBusinessAccountStarBalance transferBusinessAccountStars
    getBusinessAccountGifts getUserGifts getChatGifts convertGiftToStars upgradeGift transferGift
    postStory repostStory editStory deleteStory answerWebAppQuery savePreparedInlineMessage
    savePreparedKeyboardButton editMessageLiveLocation
    stopMessageLiveLocation editMessageChecklist stopPoll editEphemeralMessageMedia
    editEphemeralMessageCaption approveSuggestedPost declineSuggestedPost deleteMessageReaction
    deleteAllMessageReactions sendSticker getStickerSet getCustomEmojiStickers uploadStickerFile
    createNewStickerSet addStickerToSet setStickerPositionInSet deleteStickerFromSet
    replaceStickerInSet setStickerEmojiList setStickerKeywords setStickerMaskPosition
    setStickerSetTitle setStickerSetThumbnail setCustomEmojiStickerSetThumbnail deleteStickerSet
    sendRichMessage sendRichMessageDraft answerInlineQuery sendInvoice createInvoiceLink
    answerShippingQuery answerPreCheckoutQuery getMyStarBalance getStarTransactions
    refundStarPayment editUserStarSubscription setPassportDataErrors sendGame setGameScore
    getGameHighScores
    """.lower().split()
)
"""In small letters, as the table's keys."""
